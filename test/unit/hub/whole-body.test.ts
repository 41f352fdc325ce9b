import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { withWholeBody } from '../../../src/hub/http/whole-body.ts';

const begun: string[] = [];
const bodies: string[] = [];
const server = createServer(
  withWholeBody(async (request, response) => {
    begun.push(request.url ?? '');
    let body = '';
    for await (const part of request) body += part;
    bodies.push(body);
    response.end('done');
  }),
);

afterEach(() => {
  begun.length = 0;
  bodies.length = 0;
  server.closeAllConnections();
  server.close();
});

/** A connection that sends pieces when it is told to, and what it was answered with. */
async function line() {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.setNoDelay(true);
  let answer = '';
  socket.on('data', (bytes) => {
    answer += bytes;
  });
  await once(socket, 'connect');
  const answered = async () => {
    while (!answer.includes('done')) await once(socket, 'data');
  };
  return { socket, answered };
}

/** Whatever was sent before on another line has been read: the server answers in the order in which it reads. */
async function another() {
  const { socket, answered } = await line();
  socket.write('GET /other HTTP/1.1\r\nhost: x\r\n\r\n');
  await answered();
  socket.destroy();
}

const HEAD = 'POST /whole HTTP/1.1\r\nhost: x\r\n';

describe('a request with a body', () => {
  it('is begun when all of a small one is there, and reads it whole', async () => {
    const { socket, answered } = await line();
    socket.write(`${HEAD}content-length: 6\r\n\r\nabc`);
    await another();
    expect(begun).toEqual(['/other']);
    socket.write('def');
    await answered();
    expect(begun).toEqual(['/other', '/whole']);
    expect(bodies).toEqual(['', 'abcdef']);
  });

  it('is begun when the last of its chunks is there', async () => {
    const { socket, answered } = await line();
    socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n`);
    await another();
    expect(begun).toEqual(['/other']);
    socket.write('3\r\ndef\r\n0\r\n\r\n');
    await answered();
    expect(bodies).toEqual(['', 'abcdef']);
  });

  it('is begun at once where the body is a large one, and where there is none', async () => {
    const { socket, answered } = await line();
    socket.write(`${HEAD}content-length: 40000\r\n\r\nabc`);
    await another();
    expect(begun).toContain('/whole');
    socket.write('x'.repeat(39_997));
    await answered();
    expect(bodies.at(-1)).toHaveLength(40_000);
  });

  it('is begun at once where a token comes with it', async () => {
    const { socket, answered } = await line();
    socket.write(`${HEAD}authorization: Bearer abc\r\ncontent-length: 6\r\n\r\nabc`);
    await another();
    expect(begun).toContain('/whole');
    socket.write('def');
    await answered();
    expect(bodies.at(-1)).toBe('abcdef');
  });

  it('is begun within the bound where chunks have no end', async () => {
    const { socket, answered } = await line();
    const chunk = `${(20_000).toString(16)}\r\n${'x'.repeat(20_000)}\r\n`;
    socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n${chunk}`);
    while (!begun.includes('/whole')) await another();
    socket.write('0\r\n\r\n');
    await answered();
    expect(bodies.at(-1)).toHaveLength(20_000);
  });

  it('is never begun where its connection ends before', async () => {
    const { socket } = await line();
    socket.write(`${HEAD}content-length: 6\r\n\r\nabc`);
    await another();
    socket.destroy();
    await another();
    expect(begun).toEqual(['/other', '/other']);
  });
});
