import * as z from 'zod/mini';
import { table } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { changeSetting, readSetting, type Setting, writeSetting } from '../workspace/setting.ts';
import { Joined, ROLES } from './hub-api.ts';
import { TeamRelations } from './relations.ts';
import { OPTIONAL } from './shared-event.ts';

/** The team that this device is in. */
export const Membership = z.object({
  ...Joined.shape,
  /** The hub's address, without a slash at the end. */
  address: z.string().check(z.maxLength(300)),
  /** The role as the hub last reported it. The hub enforces it; here it only decides what is shown. */
  role: z.enum(ROLES),
  /** The epoch of the hub's store that the rooms are synced with; empty before the first sync. */
  epoch: z.string().check(z.maxLength(60)),
  /** When this device joined, UTC ms. */
  at: z.number(),
  /** From when on the diary is shared with the team, UTC ms: 0 where the earlier diary is too. */
  from: z.number(),
  listed: z.boolean(),
  /** Where the hub's short links lead from; empty where it makes none. */
  links: z._default(z.string().check(z.maxLength(300)), ''),
  /** What the team decides of its links, in the form of those. */
  rules: z._default(z.record(z.string().check(z.maxLength(40)), z.unknown()), {}),
  /** What the team declares of itself: its sites and accounts, and what pays. Absent: nothing yet. */
  relations: z.optional(TeamRelations),
  /** What the person leaves out of what they share. */
  without: z.array(z.enum(OPTIONAL)),
});
export type Membership = z.infer<typeof Membership>;

/** Null: this device is in no team. */
export const membership: Setting<Membership | null> = {
  name: 'team',
  value: z.nullable(Membership),
  initial: null,
  ofDevice: true,
};

/** The device's own key. Its private half cannot be read out, not even by us. */
export const deviceKeys = table({
  name: 'deviceKeys',
  row: z.object({
    id: z.literal('device'),
    private: z.custom<CryptoKey>((value) => value instanceof CryptoKey),
    /** SPKI, base64url. */
    public: z.string().check(z.maxLength(200)),
  }),
  indexes: 'id',
  title: 'tableDeviceKeys',
  purpose: 'purposeDeviceKeys',
  leaves: 'never',
  keep: 'always',
  // A key never leaves its device.
  archive: 'derived',
});

/** The team this device is in, null where it is in none. */
export const readMembership = (workspace: Workspace): Promise<Membership | null> =>
  readSetting(workspace, membership);

export const keepMembership = (workspace: Workspace, value: Membership | null): Promise<void> =>
  writeSetting(workspace, membership, value);

/** Changes the stored membership, if there is one. */
export async function changeMembership(
  workspace: Workspace,
  change: (before: Membership) => Membership,
): Promise<void> {
  await changeSetting(workspace, membership, (before) => before && change(before));
}
