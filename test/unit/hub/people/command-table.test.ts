import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { HubContext } from '../../../../src/hub/context.ts';
import { command, type HubCommands } from '../../../../src/hub/people/command.ts';
import { Commands } from '../../../../src/hub/people/command-table.ts';
import { MemberLimits } from '../../../../src/hub/people/member-limits.ts';
import { ADMINS, EVERYBODY } from '../../../../src/hub/people/rights.ts';
import { TeamHub } from '../team.ts';

let team: TeamHub;
let hub: HubContext;
beforeAll(async () => {
  team = await TeamHub.withAdmin();
  hub = team.hub.hub.services;
});
afterAll(() => team.close());

const count = command<string, { do: string; n: number }>({
  roles: EVERYBODY,
  isOwn: true,
  schema: z.object({ do: z.literal('count'), n: z.number() }),
  run: async (_, { service }) => ({ done: true, name: service }),
});
const stop = command<string, { do: string }>({
  roles: ADMINS,
  schema: z.object({ do: z.literal('stop') }),
  run: async () => ({ refused: 'unknown' }),
});
const of = (commands: HubCommands<string>) => ({ commands, service: 'one' });
const table = (...all: ConstructorParameters<typeof Commands>[2][number][]) =>
  new Commands(hub, new MemberLimits(() => 0), all);

describe('the commands of a hub', () => {
  it('are those of all owners, each with its roles and whether it is about the sender', () => {
    const all = table(of({ count }), of({ stop }));
    expect([...all.roles]).toEqual([
      ['count', EVERYBODY],
      ['stop', ADMINS],
    ]);
    expect(all.own).toEqual(['count']);
  });

  it('have a name of their own each', () => {
    expect(() => table(of({ count }), of({ count: stop }))).toThrow('two commands are called count');
  });

  it('are read where they are known and fit their form, and not otherwise', () => {
    const all = table(of({ count }));
    expect(all.read({ do: 'count', n: 1, more: 2 })).toMatchObject({ form: { do: 'count', n: 1 } });
    for (const body of [{ do: 'count' }, { do: 'stop' }, { do: 'toString' }, { n: 1 }, null])
      expect(all.read(body)).toBeNull();
  });

  it('run with the service of their owner, whether or not they name what they are about', async () => {
    const all = table(of({ count }));
    const read = all.read({ do: 'count', n: 1 });
    expect(read && (await all.run(read, 1))).toEqual({ done: true, name: 'one' });
  });

  it('are refused to who changes what everybody sees too often', async () => {
    const all = table(of({ count: { ...count, isShown: true } }));
    const read = all.read({ do: 'count', n: 1 });
    const run = async () => read && all.run(read, 1);
    const answers = await Promise.all(Array.from({ length: 21 }, run));
    expect(answers.slice(0, 20)).toEqual(Array(20).fill({ done: true, name: 'one' }));
    expect(answers[20]).toEqual({ refused: 'rate' });
  });
});
