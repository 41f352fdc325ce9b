import { dayTime } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { KeyTaking } from '../../../i18n/translate.ts';
import { Section } from '../../../ui/section.tsx';
import { own } from '../../../workspace/named.ts';
import type { AdminView, Command } from '../../hub-api.ts';

type AuditKey = KeyTaking<'about'>;
/** Sentences for what may be done, by the command's name. */
export type AuditWords = Readonly<Record<string, AuditKey>>;

/** What somebody did, in words; `{about}` is whom or what it was done to. */
const WORDS: Record<Command['do'] | 'joined' | 'backup', AuditKey> = {
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
};

/** A line of the audit as a sentence; unknown actions of a newer hub are shown by their names. */
export function auditWords(
  what: string,
  about: string,
  names: ReadonlyMap<string, string>,
  more: AuditWords = {},
): string {
  const named = about
    .split(' ')
    .map((id) => names.get(id) ?? id)
    .join(' ')
    .trim();
  const key = own<AuditKey>(WORDS, what) ?? own(more, what);
  return key ? t(key, { about: named }) : [what, named].filter(Boolean).join(': ');
}

/** Who did what, newest first. */
export function Audit({ view, words }: { view: AdminView; words: AuditWords }) {
  const names = new Map(view.members.map(({ id, name }) => [id, name]));
  return (
    <Section title={t('adminAudit')}>
      {view.audit.length === 0 && <p class="caption">{t('adminAuditNone')}</p>}
      <ul class="admin-audit">
        {view.audit.map(({ at, member, what, about }) => (
          <li key={`${at} ${what} ${about}`}>
            <time class="caption">{dayTime(at, current.value.language)}</time>
            <bdi>{names.get(member) ?? member}</bdi>
            <span>{auditWords(what, about, names, words)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
