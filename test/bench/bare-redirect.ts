import { createServer } from 'node:http';

/** The yardstick: node's own server, which looks a link up and answers, and keeps nothing. `node bare-redirect.ts PORT PATH`. */
const [port = '0', path = '/'] = process.argv.slice(2);
const links = new Map([[path, 'https://shop.example/p?utm_source=x&ref=7k3m9q2a']]);
createServer((request, response) => {
  const url = links.get(request.url ?? '');
  if (url) response.writeHead(302, { Location: url, 'Cache-Control': 'no-store', 'Content-Length': 0 }).end();
  else response.writeHead(404).end();
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
