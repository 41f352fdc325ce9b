import { beforeEach, describe, expect, it } from 'vitest';
import { answerRelation, chooseRelation, readKnown } from '../../../../src/share/relation/known-relations.ts';
import { ownRelations } from '../../../../src/share/relation/relation.ts';
import { keepMembership } from '../../../../src/team/membership.ts';
import { NO_EMPLOYER } from '../../../../src/team/relations.ts';
import type { Workspace } from '../../../../src/workspace/open.ts';
import { readSetting, writeSetting } from '../../../../src/workspace/setting.ts';
import { MEMBER } from '../../../browser/team/member.ts';
import { memoryDiary } from '../../workspace/memory-diary.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = memoryDiary();
});

const post = (name: string, handle: string, site = 'x', url = 'https://x.com/mill/status/1') => ({
  ...{ site, url },
  author: { name, handle, url: '' },
});
const MILL = post('Mill', '@mill');
const addresses = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}=${at}`);

describe('what is known of relations', () => {
  it('is what pays by the person first and then by the team, two hundred together', async () => {
    const [own, pays] = [addresses('own', 150), addresses('team', 100)];
    await writeSetting(workspace, ownRelations, { employer: NO_EMPLOYER, pays: own, answered: 1 });
    await keepMembership(workspace, { ...MEMBER, relations: { employer: NO_EMPLOYER, pays, rewards: true } });
    const known = await readKnown(workspace, MILL);
    expect(known.pays).toEqual([...own, ...pays.slice(0, 50)]);
    expect([known.earns, known.answered]).toEqual([true, true]);
  });

  it('is answered only by an answer, and of choices those for the author', async () => {
    const relation = { employer: false, earns: true };
    await chooseRelation(workspace, MILL, relation, 5);
    await chooseRelation(workspace, post('Ben', '@ben'), relation, 6);
    const { answered, choices } = await readKnown(workspace, MILL);
    expect([answered, choices]).toEqual([false, [{ of: 'x/mill', relation, at: 5 }]]);
  });
});

describe('the answer that a post is the employer’s', () => {
  it.each([
    ['its account', MILL, { accounts: ['mill'] }],
    ['its name without one', post('Mill', ''), { names: ['Mill'] }],
    ['nothing of nobody', post('', ''), {}],
    ['a page’s site', post('Mill', '', 'page', 'https://www.mill.example/1'), { sites: ['mill.example'] }],
    [
      'the name on a page that anybody writes',
      post('Mill', '', 'page', 'https://medium.com/1'),
      { names: ['Mill'] },
    ],
    [
      'the name on a network of another host',
      post('Mill', '', 'x', 'https://x.example/1'),
      { names: ['Mill'] },
    ],
  ])('names %s', async (_, of, named) => {
    await answerRelation(workspace, of, { isEmployers: true, named: '', at: 7 });
    const { employer, answered } = await readSetting(workspace, ownRelations);
    expect([employer, answered]).toEqual([{ ...NO_EMPLOYER, ...named }, 7]);
  });

  it('is of what was typed alone where the post is not', async () => {
    await answerRelation(workspace, MILL, { isEmployers: false, named: '@asahi', at: 7 });
    expect((await readSetting(workspace, ownRelations)).employer).toEqual({
      ...NO_EMPLOYER,
      accounts: ['asahi'],
    });
  });
});
