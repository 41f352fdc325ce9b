import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitPipelining } from '../../../../src/hub/edge/pipelining.ts';

let server: Server;
let handled: number;
beforeEach(async () => {
  handled = 0;
  server = createServer((_, response) => {
    handled += 1;
    response.end('ok');
  });
  server.on('connection', limitPipelining).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
const lineTo = async () => {
  const line = connect((server.address() as AddressInfo).port, '127.0.0.1').setEncoding('latin1');
  await once(line, 'connect');
  return line;
};
describe('requests in one breath', () => {
  it('end the connection where they are many, before they are read', async () => {
    const line = await lineTo();
    line.on('error', () => undefined).resume();
    const ended = once(line, 'close');
    line.write(REQUEST.repeat(1000));
    await ended;
    expect(handled).toBeLessThanOrEqual(8);
  });

  it('are answered where they are few, again and again', async () => {
    const line = await lineTo();
    for (let round = 1; round <= 50; round += 1) {
      line.write(REQUEST.repeat(8));
      let text = '';
      while (text.split('HTTP/1.1 200').length < 9) text += String((await once(line, 'data'))[0]);
    }
    expect(handled).toBe(400);
    line.destroy();
  });
});
