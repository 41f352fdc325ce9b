import type * as z from 'zod/mini';
import {
  type Refused,
  type Removal,
  removalWords,
  type Session,
  sessionWords,
  type TokenAsk,
} from '../../team/hub-api.ts';
import type { HubServices } from '../services.ts';
import { isSigned } from './keys.ts';

/** Opens a session for a device that signed its nonce; membership is checked in the same turn. */
export function openSession(
  hub: HubServices,
  { device: number, nonce, signature }: z.infer<typeof TokenAsk>,
  from: { readonly source: string; readonly agent: string },
): Session | Refused {
  const device = hub.people.device(number);
  const { challenges } = hub.sessions;
  if (!challenges.holds(nonce, number)) return { refused: 'session' };
  const signed = isSigned(sessionWords(hub.id, number, nonce), signature, device?.key ?? hub.key.shown);
  if (!signed || !device) return { refused: 'session' };
  challenges.spend(nonce);
  const who = hub.people.whoOf(number);
  if (!who) return { refused: 'session', removal: removalOf(hub, number) };
  hub.capabilities.deviceSeen({ member: who.member, ...from });
  const links = hub.settings.links ?? '';
  return { ...hub.sessions.open(number), epoch: hub.epoch, role: who.role, now: hub.now(), links };
}

/** The signed removal that a removed device gets: it deletes the team's data only on this proof. */
function removalOf(hub: HubServices, device: number): Removal {
  const row = hub.people.device(device);
  const at = row?.removed ?? hub.people.member(row?.member ?? '')?.removed ?? hub.now();
  const removal = { hub: hub.id, device, at };
  return { ...removal, signature: hub.key.sign(removalWords(removal)) };
}
