import type * as z from 'zod/mini';
import { Refused } from './hub-api.ts';

/** Why a request to a hub failed: the hub's own reasons, or that it could not be reached or understood. */
export type HubFailure = Refused['refused'] | 'away' | 'answer';

export type HubAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: HubFailure; readonly refused?: Refused };

/** How long an answer is waited for, ms. */
const PATIENCE = 15_000;

/**
 * Asks a hub. Never throws: what went wrong is a value. `away`: it could not be reached; `answer`: what answered is not a
 * hub of ours.
 */
export async function askHub<Value>(
  address: string,
  path: string,
  body: unknown,
  schema: z.ZodMiniType<Value>,
  token = '',
  patience = PATIENCE,
): Promise<HubAnswer<Value>> {
  const response = await post(`${address}${path}`, body, token, patience);
  if (response === 'away') return { ok: false, reason: 'away' };
  const refused = Refused.safeParse(response);
  if (refused.success) return { ok: false, reason: refused.data.refused, refused: refused.data };
  const read = schema.safeParse(response);
  return read.success ? { ok: true, value: read.data } : { ok: false, reason: 'answer' };
}

async function post(url: string, body: unknown, token: string, patience: number): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const options = { method: 'POST', headers, body: JSON.stringify(body), credentials: 'omit' } as const;
  try {
    const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(patience) });
    // A proxy in front of a hub that is down answers with a page of its own.
    if (answer.status >= 502) return 'away';
    return await answer.json().catch(() => undefined);
  } catch {
    return 'away';
  }
}
