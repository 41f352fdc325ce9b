import type { IncomingMessage, ServerResponse } from 'node:http';
import { HEADERS } from './headers.ts';

const PLAIN = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Content-Type': 'text/plain; charset=utf-8',
};

const PATH = /^\/(healthz|readyz)\/?(?:\?|$)/;

/**
 * Answers health probes; false for any other request. Probes reach a process by its IP address and may send no `Host`, so
 * they are answered under any name, with one word.
 */
export function answerProbe(
  isReady: () => Promise<boolean>,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const probe = PATH.exec(request.url ?? '')?.[1];
  if (!probe || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  const answer = (isWell: boolean) => {
    response.writeHead(isWell ? 200 : 503, { ...HEADERS, ...PLAIN });
    response.end(request.method === 'HEAD' ? undefined : isWell ? 'ok' : 'not ready');
  };
  if (probe === 'healthz') answer(true);
  else void isReady().then(answer, () => answer(false));
  return true;
}
