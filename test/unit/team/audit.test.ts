import { beforeAll, describe, expect, it } from 'vitest';
import { MEMBER_COMMANDS } from '../../../src/hub/people/commands.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';
import { speak, t } from '../../../src/i18n/language.ts';
import { LINK_AUDIT } from '../../../src/link/views/admin/audit-words.ts';
import type { AdminView, TeamProfile } from '../../../src/team/hub-api.ts';
import { auditNames, auditWords, inviteNames } from '../../../src/team/views/admin/audit-words.ts';

const names = new Map([['m1', 'Ann']]);
const INVITE = { group: '', region: '', uses: 0, until: 0, revoked: null };
const ANN = { id: 'm1', name: 'Ann', role: 'admin', group: '', region: '', at: 0, removed: null } as const;
const VIEW: AdminView = {
  members: [{ ...ANN, devices: [{ number: 7, name: 'Phone', at: 0, removed: null }] }],
  invites: [
    { ...INVITE, id: 'Ee1XbAslRo-_TDjc', by: 'm1', role: 'manager' },
    { ...INVITE, id: 'FirstInvite-0000', by: '', role: 'admin' },
  ],
  storage: { database: 0, media: 0, rooms: 0 },
  audit: [],
};
const PROFILE: TeamProfile = {
  name: 'Kissa',
  country: 'JP',
  groups: [{ id: 'group-north', name: 'North' }],
  regions: [],
};

describe.each(['en', 'ja', 'zh-CN'])('the audit in words (%s)', (language) => {
  beforeAll(() => speak(language));

  it('says every command as a sentence, by names and not by ids', () => {
    for (const what of [
      ...[MEMBER_COMMANDS, ...HUB_CAPABILITIES.map(({ commands = {} }) => commands)].flatMap(Object.keys),
      'joined',
      'backup',
      'export',
    ]) {
      const said = auditWords(what, 'm1', names, LINK_AUDIT);
      const isRaw = said.startsWith(`${what}:`) || /[a-z]\.[a-z]/.test(said);
      expect([what, isRaw, said.includes('m1')]).toEqual([what, false, false]);
    }
    expect(auditWords('member.remove', 'm1', names)).toContain('Ann');
  });

  it('says whose invite it was and as which role, and never its id', () => {
    const invites = inviteNames(VIEW);
    for (const what of ['joined', 'invite.revoke']) {
      const ofAnn = auditWords(what, 'Ee1XbAslRo-_TDjc', names, {}, invites);
      expect(ofAnn).toContain('Ann');
      expect(ofAnn).toContain(t('roleManager'));
      const ofHub = auditWords(what, 'FirstInvite-0000', names, {}, invites);
      expect(ofHub).toContain(t('roleAdmin'));
      const unknown = auditWords(what, 'unknown-invite', names, {}, invites);
      for (const id of ['Ee1XbAslRo', 'FirstInvite', 'unknown'])
        expect([id, `${ofAnn} ${ofHub} ${unknown}`.includes(id)]).toEqual([id, false]);
    }
  });

  it('says roles, places and devices by their names', () => {
    const all = auditNames(VIEW, PROFILE);
    expect(auditWords('member.role', 'm1 viewer', all)).toContain(`Ann ${t('roleViewer')}`);
    expect(auditWords('invite.make', 'viewer group-north ', all)).toContain(`${t('roleViewer')} North`);
    expect(auditWords('member.place', 'm1 group-north ', all)).toContain('Ann North');
    expect(auditWords('device.remove', '7', all)).toContain('Phone');
    expect(auditWords('self.listed', 'true', all)).toContain(t('auditShown'));
  });

  it('leaves what it does not know as it is called', () => {
    expect(auditWords('constructor', 'm1', names)).toBe('constructor: Ann');
  });
});
