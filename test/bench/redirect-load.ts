import { connect } from 'node:net';

/**
 * A load of its own process: so many connections that ask for one path again and again, each its next once the last was
 * answered, for a while. `node redirect-load.ts PORT PATH CONNECTIONS MS`. Prints one JSON object.
 */
const [port = '0', path = '/', connections = '1', ms = '1000'] = process.argv.slice(2);
const AGENT =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';
const asked = Buffer.from(
  `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nUser-Agent: ${AGENT}\r\nAccept: text/html\r\nAccept-Language: ja\r\n\r\n`,
);
const END = Buffer.from('\r\n\r\n');

let served = 0;
let others = 0;
let over = false;
const waits: number[] = [];

/** One connection. Ends when the time is over and its last request is answered, or when it is cut. */
function ask(): Promise<void> {
  return new Promise((ended) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.setNoDelay(true);
    let began = 0;
    const next = () => {
      if (over) return socket.destroy();
      began = performance.now();
      socket.write(asked);
    };
    // Answers have no body, and one is asked for at a time: an answer is over where its head is.
    let head = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      head = head.length === 0 ? bytes : Buffer.concat([head, bytes]);
      if (!head.includes(END)) return;
      if (head.toString('latin1', 9, 12) === '302') served += 1;
      else others += 1;
      waits.push(performance.now() - began);
      head = Buffer.alloc(0);
      next();
    });
    socket.on('connect', next);
    socket.on('error', () => undefined);
    socket.on('close', () => ended());
  });
}

setTimeout(() => {
  over = true;
}, Number(ms));
const began = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, ask));
const seconds = (performance.now() - began) / 1000;
waits.sort((a, b) => a - b);
const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
process.stdout.write(`${JSON.stringify({ served, others, seconds, p50: at(0.5), p99: at(0.99) })}\n`);
process.exit(0);
