import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { deviceKey, dropKey } from './device-key.ts';
import type { FigureMode, FiguresChoice } from './figures.ts';
import { InviteLook, Joined, PairState } from './hub-api.ts';
import { askHub, type HubAnswer } from './hub-client.ts';
import { beginMembership } from './leave.ts';
import type { Membership } from './membership.ts';
import type { Optional } from './shared-event.ts';

/** An invite as its link says it. */
export interface Invitation {
  readonly address: string;
  readonly invite: string;
  readonly secret: string;
}

/** Reads an invite's link; null for what is none. Behind another path than `/app/` it is another program's. */
export function invitationIn(link: string): Invitation | null {
  if (!URL.canParse(link.trim())) return null;
  const { protocol, origin, pathname, hash } = new URL(link.trim());
  const found = /^#\/join\/([A-Za-z0-9_-]{8,40})\.([A-Za-z0-9_-]{22,64})$/.exec(hash);
  if (!found || !/^https?:$/.test(protocol) || !/^\/app\/?$/.test(pathname)) return null;
  return { address: origin, invite: found[1] ?? '', secret: found[2] ?? '' };
}

/** What the invite shows before anybody joins by it. */
export function lookAt({ address, invite, secret }: Invitation): Promise<HubAnswer<InviteLook>> {
  return askHub(address, '/api/join/look', { invite, secret }, InviteLook);
}

/** What the person chose when joining. */
export interface Joining {
  readonly name: string;
  readonly device: string;
  readonly listed: boolean;
  /** Whether the diary from before is shared too. */
  readonly earlier: boolean;
  readonly without: readonly Optional[];
  /** How figures are shown, as the person has agreed to it. */
  readonly agreed?: FigureMode;
  /** How the founder wants figures shown. */
  readonly figures?: FiguresChoice;
}

function memberOf(
  joined: Joined,
  address: string,
  role: Membership['role'],
  { listed, earlier, without }: Joining,
  now: number,
): Membership {
  const from = earlier ? 0 : now;
  const links = { links: '', rules: {} };
  return { ...joined, ...links, address, role, epoch: '', at: now, from, listed, without: [...without] };
}

/** Joins. If the answer was lost, a second try gets the same one, since the hub knows this device by its key. */
export async function join(
  workspace: Workspace,
  { address, invite, secret }: Invitation,
  role: Membership['role'],
  joining: Joining,
  now: number,
): Promise<HubAnswer<Joined>> {
  const key = await deviceKey(workspace);
  const { name, device, listed, agreed, figures } = joining;
  const request = { invite, secret, key: key.public, name, device, listed, agreed, figures };
  const answer = await askHub(address, '/api/join', request, Joined);
  if (answer.ok) await beginMembership(workspace, memberOf(answer.value, address, role, joining, now));
  return answer;
}

/** Requests to become a further device of the person whose first one shows this code. Both show the check number. */
export async function askToPair(
  workspace: Workspace,
  address: string,
  code: string,
  device: string,
): Promise<HubAnswer<{ check: string }>> {
  await dropKey(workspace);
  const key = await deviceKey(workspace);
  const check = z.object({ check: z.string().check(z.maxLength(20)) });
  return askHub(address, '/api/join/pair', { code, key: key.public, device }, check);
}

/** The state of that request. Once confirmed, this device is in the team. */
export async function pairState(
  workspace: Workspace,
  address: string,
  code: string,
  joining: Joining,
  now: number,
): Promise<HubAnswer<z.infer<typeof PairState>>> {
  const key = await deviceKey(workspace);
  const request = { code, key: key.public, device: joining.device };
  const answer = await askHub(address, '/api/join/paired', request, PairState);
  if (answer.ok && 'joined' in answer.value)
    await beginMembership(workspace, memberOf(answer.value.joined, address, 'member', joining, now));
  return answer;
}
