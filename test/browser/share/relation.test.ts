import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import ja from '#words/ja.json';
import { chooseRelation } from '../../../src/share/relation/known-relations.ts';
import { ownRelations } from '../../../src/share/relation/relation.ts';
import { share } from '../../../src/share/share.ts';
import { shares } from '../../../src/share/tables.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting } from '../../../src/workspace/setting.ts';
import { until } from '../stage.tsx';
import { MEMBER } from '../team/member.ts';
import {
  aPost,
  background,
  dialog,
  feedPage,
  leave,
  main,
  one,
  opening,
  outside,
  previewed,
} from './foreign-page.ts';

let workspace: Workspace;
afterEach(async () => {
  leave();
  await workspace.diary.delete();
});

/** A bakery that nobody of the company has to do with. */
const bakery = (n = 1) =>
  aPost({
    key: `x:${n}`,
    url: `https://x.com/harbour_mill/status/${n}`,
    author: { name: 'Harbour Mill', handle: '@harbour_mill', url: 'https://x.com/harbour_mill' },
    links: [],
    text: 'Fresh rye from eight this morning.',
  });
const click = (post: ReturnType<typeof aPost>, id = `share-${post.key}-${Math.random()}`) =>
  share(workspace, { id, at: Date.now(), post, choice: null }, 'ja');
const answer = (which: 'yes' | 'no') => userEvent.click(one(`[data-answer=${which}]`));
const asks = () => dialog().querySelector('[data-answer]') !== null;
const evidence = async () => (await workspace.rows(shares).toArray()).map(({ disclosure }) => disclosure);

describe('the one question', () => {
  it('comes before an unknown author’s first share, and one answer ends it', async () => {
    workspace = await background({ unasked: true });
    const out = outside();
    expect(await click(bakery())).toEqual({ ok: false, reason: 'relation' });
    await opening(bakery(), feedPage());
    expect(asks()).toBe(true);
    expect(main().textContent).toBe(ja.sheetAskFirst);
    await userEvent.click(main());
    expect(out.windows).toEqual([]);
    await answer('no');
    await until(() => expect(asks()).toBe(false));
    expect(previewed()).not.toContain('PR');
    await userEvent.click(main());
    await until(() => expect(out.windows).toHaveLength(1));
    expect(out.copied[0]).toMatch(/^https:/);
    expect(await evidence()).toMatchObject([{ text: '', relation: { employer: false, earns: false } }]);
    expect(await click(bakery(2))).toMatchObject({ ok: true });
    expect(await click(aPost({ author: { name: 'Ben', handle: '@ben', url: '' }, links: [] }))).toMatchObject(
      {
        ok: true,
        prepared: { relation: { employer: false, earns: false } },
      },
    );
  });

  it('answered with yes knows this author and what was typed from then on', async () => {
    workspace = await background({ unasked: true });
    await opening(bakery(), feedPage());
    await userEvent.fill(one('.ask input'), 'https://asahi-coffee.example/ @asahi_jp');
    await answer('yes');
    await until(() => expect(previewed()).toMatch(/^【PR】あさひ珈琲/));
    expect((await readSetting(workspace, ownRelations)).employer).toMatchObject({
      sites: ['asahi-coffee.example'],
      accounts: ['asahi_jp', 'harbour_mill'],
    });
    expect(await click(bakery(3))).toMatchObject({ ok: true, prepared: { relation: { employer: true } } });
    const elsewhere = aPost({ author: { name: 'Ben', handle: '@ben', url: '' } });
    expect(await click(elsewhere)).toMatchObject({ ok: true, prepared: { relation: { employer: true } } });
  });

  it.each(['yes', 'no'] as const)(
    'answered with %s says that it is as one chose, not that it matched',
    async (which) => {
      workspace = await background({ unasked: true });
      await opening(bakery(), feedPage());
      await answer(which);
      await until(() => expect(asks()).toBe(false));
      await until(() => expect(dialog().textContent).toContain(ja.sheetRelationByChoice));
      expect(dialog().textContent).not.toContain(ja.sheetRelationByEmployer);
      expect(dialog().textContent).not.toContain(ja.sheetRelationByNone);
      leave();
      await opening(bakery(2), feedPage());
      const later = which === 'yes' ? ja.sheetRelationByEmployer : ja.sheetRelationByNone;
      await until(() => expect(dialog().textContent).toContain(later));
    },
  );

  it('is not asked of what matches the profile, nor of a member whose team has named its own', async () => {
    workspace = await background({ unasked: true });
    expect(await click(aPost())).toMatchObject({ ok: true, prepared: { relation: { employer: true } } });
    const employer = { sites: ['asahi.example'], accounts: ['harbour_mill'] };
    await keepMembership(workspace, { ...MEMBER, relations: { employer, pays: [], rewards: true } });
    const both = { employer: true, earns: true };
    expect(await click(bakery())).toMatchObject({ ok: true, prepared: { relation: both } });
    expect((await evidence()).at(-1)?.relation).toBeDefined();
  });
});

describe('a choice', () => {
  it('is remembered by author and site, worded, and stored as evidence', async () => {
    workspace = await background();
    await opening(bakery(), feedPage());
    expect(one<HTMLInputElement>('[data-relation=employer]').checked).toBe(true);
    await userEvent.click(one('[data-relation=employer]'));
    await until(() => expect(previewed()).not.toContain('PR'));
    await userEvent.click(one('[data-relation=earns]'));
    await until(() => expect(previewed()).toContain('【PR】紹介リンク'));
    leave();
    const earns = { employer: false, earns: true };
    expect(await click(bakery(4))).toMatchObject({ ok: true, prepared: { relation: earns } });
    expect((await evidence()).at(-1)).toMatchObject({ text: '【PR】紹介リンク', relation: earns });
    const onBluesky = { ...bakery(5), site: 'bluesky', key: 'bluesky:1' };
    expect(await click(onBluesky)).toMatchObject({ prepared: { relation: { employer: true } } });
    await chooseRelation(workspace, bakery(), { employer: true, earns: true }, Date.now());
    await click(bakery(6));
    expect((await evidence()).some(({ text }) => text === '【PR】あさひ珈琲社員・紹介料あり')).toBe(true);
  });
});
