import { afterEach, describe, expect, it } from 'vitest';
import { paceOf } from '../../../src/hub/people/command.ts';
import { MEMBER_COMMANDS } from '../../../src/hub/people/commands.ts';
import { MemberLimits } from '../../../src/hub/people/member-limits.ts';
import type { Command } from '../../../src/team/hub-api.ts';
import { TeamHub } from './team.ts';

/** How often a command may be given. */
function paced(form: Command) {
  const command = MEMBER_COMMANDS[form.do];
  if (!command) throw new Error(`no command ${form.do}`);
  return paceOf(command, form);
}

describe('what a member changes of their own', () => {
  it('is done twenty times at once, and once more every ten minutes', () => {
    let now = 0;
    const own = new MemberLimits(() => now);
    const renames = () =>
      Array.from({ length: 30 }, () => own.mayRun('eve', paced({ do: 'self.name', name: 'E' }))).filter(
        Boolean,
      );
    expect([
      renames().length,
      own.mayRun('eve', paced({ do: 'self.listed', listed: true })),
      own.mayRun('bob', paced({ do: 'self.name', name: 'B' })),
    ]).toEqual([20, false, true]);
    now += 20 * 60_000;
    expect(renames()).toHaveLength(2);
    // Who leaves may always.
    expect(own.mayRun('eve', paced({ do: 'self.leave' }))).toBe(true);
    // And who takes their name back.
    expect(own.mayRun('eve', paced({ do: 'self.listed', listed: false }))).toBe(true);
  });

  it('is devices too, so many on a day and so many ever', () => {
    const own = new MemberLimits(() => 0);
    const added = Array.from({ length: 30 }, (_, had) => own.mayAdd('eve', had)).filter(Boolean);
    expect([added.length, own.mayAdd('bob', 499), own.mayAdd('bob', 500)]).toEqual([20, true, false]);
  });
});

describe('a hub', () => {
  let team: TeamHub;
  afterEach(() => team.close());

  it('refuses a name that is changed again and again, and nobody else’s', async () => {
    team = await TeamHub.withAdmin();
    const [eve, bob] = [await team.join('viewer', 'Eve'), await team.join('viewer', 'Bob')];
    const rename = (name: string, token: string) => team.ask('/api/do', { do: 'self.name', name }, token);
    const answers = [];
    for (let n = 0; n < 22; n += 1) answers.push(await rename(`Eve ${n}`, eve.token));
    expect(answers.slice(18)).toEqual([
      { done: true },
      { done: true },
      { refused: 'rate' },
      { refused: 'rate' },
    ]);
    expect(await rename('Robert', bob.token)).toEqual({ done: true });
  });

  it('writes no name that a person had into what leaders read of what was done', async () => {
    team = await TeamHub.withAdmin();
    const eve = await team.join('viewer', 'Eve');
    expect(await team.ask('/api/do', { do: 'self.name', name: 'Evelyn' }, eve.token)).toEqual({ done: true });
    const deeds = await team.running?.hub.services.db.selectFrom('deed').selectAll().execute();
    expect(deeds?.map(({ what }) => what)).toContain('self.name');
    expect(JSON.stringify(deeds)).not.toContain('Evelyn');
  });
});
