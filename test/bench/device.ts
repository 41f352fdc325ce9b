import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { type InviteAsk, type JoinAsk, Joined, sessionWords } from '../../src/team/hub-api.ts';
import { RANGE, type Role } from '../../src/workspace/room.ts';

/** Connections are used again, as a browser's are; each request by `fetch` takes three times the CPU of one by this. */
const agent = new Agent({ keepAlive: true });

export interface Identity {
  readonly joined: Joined;
  readonly key: KeyObject;
}

export async function post(port: number, path: string, body: unknown, token = ''): Promise<unknown> {
  const content = Buffer.from(JSON.stringify(body));
  const headers = {
    'content-type': 'application/json',
    'content-length': content.byteLength,
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const sent = { host: '127.0.0.1', port, path, method: 'POST', headers, agent };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(sent, resolve).on('error', reject).end(content);
  });
  return json(answer);
}

/** Joins a team as a device does, with a key of its own. */
export async function joinAs(
  port: number,
  invite: InviteAsk,
  name: string,
  more: Partial<JoinAsk> = {},
): Promise<Identity> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
  // Whoever has seen that results are seen by name may join any team.
  const asked = { ...invite, key, name, device: 'bench', listed: false, agreed: 'open', ...more };
  const said = await post(port, '/api/join', asked);
  return { joined: Joined.parse(said), key: privateKey };
}

/** A session's token, by a signature. Throws while the hub is away. */
export async function tokenOf(port: number, { joined, key }: Identity): Promise<string> {
  const { device, hub } = joined;
  const { nonce } = (await post(port, '/api/session/challenge', { device })) as { nonce: string };
  const words = Buffer.from(sessionWords(hub, device, nonce));
  const signature = sign('sha256', words, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const session = (await post(port, '/api/session', { device, nonce, signature })) as { token?: string };
  if (!session.token) throw new Error('no session');
  return session.token;
}

export interface Invited {
  readonly role: Role;
  readonly uses: number;
  readonly days: number;
}

/** An invite, made by who may. */
export async function makeInvite(port: number, token: string, invited: Invited): Promise<InviteAsk> {
  const asked = { do: 'invite.make', group: '', region: '', ...invited };
  const { made } = (await post(port, '/api/do', asked, token)) as { made: InviteAsk };
  return { invite: made.invite, secret: made.secret };
}

export interface Device {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly close: () => void;
}

/** A device with one room open over a socket of its own; `held`: what it has of it already; `session`: which of its ids it writes by. */
export function openRoom(
  port: number,
  room: string,
  device: number,
  token: () => Promise<string>,
  held?: Uint8Array,
  session = 1,
): Device {
  const doc = new Y.Doc();
  if (held) Y.applyUpdate(doc, held);
  doc.clientID = device * RANGE + session;
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}/sync`,
    delay: 200,
    minDelay: 100,
    maxDelay: 400,
  });
  const provider = new HocuspocusProvider({ websocketProvider, name: room, document: doc, token });
  provider.attach();
  const close = () => {
    provider.destroy();
    websocketProvider.destroy();
  };
  return { doc, provider, close };
}

/** The parts of an invite's link. */
export function inviteIn(link: string): InviteAsk {
  const [invite = '', secret = ''] = link.split('#/join/')[1]?.split('.') ?? [];
  return { invite, secret };
}
