import { t } from '../../../i18n/language.ts';
import type { KeyTaking, PlainKey } from '../../../i18n/translate.ts';
import { own } from '../../../workspace/named.ts';
import type { AdminView, Command, TeamProfile } from '../../hub-api.ts';
import { ROLE_NAMES } from '../role-names.ts';

type AuditKey = KeyTaking<'about'>;
/** Sentences for what may be done, by the command's name. */
export type AuditWords = Readonly<Record<string, AuditKey>>;

/** What somebody did, in words; `{about}` is whom or what it was done to. */
const WORDS: Record<Command['do'] | 'joined' | 'backup' | 'export', AuditKey> = {
  'team.set': 'auditTeamSet',
  'invite.make': 'auditInviteMake',
  'invite.revoke': 'auditInviteRevoke',
  'member.role': 'auditMemberRole',
  'member.place': 'auditMemberPlace',
  'member.remove': 'auditMemberRemove',
  'device.remove': 'auditDeviceRemove',
  'self.listed': 'auditSelfListed',
  'self.name': 'auditSelfName',
  'self.leave': 'auditSelfLeave',
  erase: 'auditErase',
  'relations.set': 'auditRelationsSet',
  'team.figures': 'auditTeamFigures',
  joined: 'auditJoined',
  backup: 'auditBackup',
  export: 'auditExport',
};

/** Values that stand in a line of these commands, beside ids. */
const VALUES: ReadonlyMap<string, ReadonlyMap<string, PlainKey>> = new Map([
  ['invite.make', new Map(Object.entries(ROLE_NAMES))],
  ['member.role', new Map(Object.entries(ROLE_NAMES))],
  [
    'self.listed',
    new Map<string, PlainKey>([
      ['true', 'auditShown'],
      ['false', 'auditHidden'],
    ]),
  ],
]);

/** Whether a line is about an invite, whose id says nothing to anybody. */
export const isAboutInvite = (what: string): boolean => what === 'joined' || what === 'invite.revoke';

type Names = ReadonlyMap<string, string>;

/** Names of members, groups, regions and devices, by their ids; devices have numbers. */
export function auditNames({ members }: AdminView, profile: TeamProfile | undefined): Names {
  const devices = members.flatMap((member) => member.devices);
  const parts = [...(profile?.groups ?? []), ...(profile?.regions ?? [])];
  return new Map([
    ...devices.map(({ number, name }): [string, string] => [String(number), name]),
    ...[...parts, ...members].map(({ id, name }): [string, string] => [id, name]),
  ]);
}

/** Each invite in words, by its id: whose it is, and as which role. */
export function inviteNames({ members, invites }: AdminView): Names {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return new Map(
    invites.map(({ id, by, role }) => {
      const [maker, as] = [names.get(by), t(ROLE_NAMES[role])];
      return [id, maker ? t('auditInviteOf', { name: maker, role: as }) : t('auditInviteAs', { role: as })];
    }),
  );
}

function valueWords(what: string, value: string, names: Names): string {
  const key = VALUES.get(what)?.get(value);
  return key ? t(key) : (names.get(value) ?? value);
}

/** A line of the audit as a sentence; unknown actions of a newer hub are shown by their names. */
export function auditWords(
  what: string,
  about: string,
  names: Names,
  more: AuditWords = {},
  invites: Names = new Map(),
): string {
  const named = isAboutInvite(what)
    ? (invites.get(about) ?? t('auditInviteUnknown'))
    : about
        .split(' ')
        .map((value) => valueWords(what, value, names))
        .join(' ')
        .trim();
  const key = own<AuditKey>(WORDS, what) ?? own(more, what);
  return key ? t(key, { about: named }) : [what, named].filter(Boolean).join(': ');
}
