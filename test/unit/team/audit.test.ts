import { beforeAll, describe, expect, it } from 'vitest';
import { MEMBER_COMMANDS } from '../../../src/hub/people/commands.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';
import { speak } from '../../../src/i18n/language.ts';
import { LINK_AUDIT } from '../../../src/link/views/admin/audit-words.ts';
import { auditWords } from '../../../src/team/views/admin/audit.tsx';

const names = new Map([['m1', 'Ann']]);

describe.each(['en', 'ja', 'zh-CN'])('the audit in words (%s)', (language) => {
  beforeAll(() => speak(language));

  it('says every command as a sentence, by names and not by ids', () => {
    for (const what of [
      ...[MEMBER_COMMANDS, ...HUB_CAPABILITIES.map(({ commands = {} }) => commands)].flatMap(Object.keys),
      'joined',
      'backup',
    ]) {
      const said = auditWords(what, 'm1', names, LINK_AUDIT);
      const isRaw = said.startsWith(`${what}:`) || /[a-z]\.[a-z]/.test(said);
      expect([what, isRaw, said.includes('m1')]).toEqual([what, false, false]);
    }
    expect(auditWords('member.remove', 'm1', names)).toContain('Ann');
  });

  it('leaves what it does not know as it is called', () => {
    expect(auditWords('constructor', 'm1', names)).toBe('constructor: Ann');
  });
});
