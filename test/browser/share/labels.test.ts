import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { events } from '../../../src/activity/events.ts';
import { sharedLinkOf } from '../../../src/link/publish-links.ts';
import { shortLinks } from '../../../src/link/tables.ts';
import { sharedOf } from '../../../src/results/publish.ts';
import { NO_LABELS } from '../../../src/share/labels/labels.ts';
import {
  carryAlways,
  MAX_PRESETS,
  presets,
  removePreset,
  renamePreset,
  savePreset,
} from '../../../src/share/labels/presets.ts';
import { offeredCampaigns } from '../../../src/share/labels/recent-campaigns.ts';
import type { ShareChoice } from '../../../src/share/messages.ts';
import { share } from '../../../src/share/share.ts';
import { shares } from '../../../src/share/tables.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting } from '../../../src/workspace/setting.ts';
import { ownWorkspace } from '../stage.tsx';
import { MEMBER } from '../team/member.ts';
import { aPost } from './foreign-page.ts';
import { relate } from './relate.ts';

const AUTUMN = { ...NO_LABELS, campaign: 'autumn', source: 'newsletter' };
const post = aPost();
let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await relate(workspace);
});
afterEach(() => workspace.diary.delete());

const choice = (part: Partial<ShareChoice>): ShareChoice => ({
  channel: 'x',
  target: post.url,
  words: '',
  disclosure: null,
  removed: '',
  instance: '',
  ...part,
});
const asking = (id: string, part: Partial<ShareChoice> | null, campaign = '') =>
  share(workspace, { id, at: 1, post, choice: part && choice(part) }, 'ja', async () => ({
    item: campaign && 'item-1',
    campaign,
  }));
const linkOf = async (id: string) => {
  const link = await workspace.rows(shares).get(id);
  if (!link) throw new Error(`no link ${id}`);
  return link;
};
const labelOf = async (id: string, name: string) => new URL((await linkOf(id)).url).searchParams.get(name);

describe('a share with labels', () => {
  it('has them in its link and in its record', async () => {
    await asking('share-0001', { labels: AUTUMN });
    expect(await labelOf('share-0001', 'utm_source')).toBe('newsletter');
    expect(await labelOf('share-0001', 'utm_campaign')).toBe('autumn');
    expect(await linkOf('share-0001')).toMatchObject({ campaign: 'autumn', labels: AUTUMN });
  });

  it('takes those of the preset of every share in one click, and of no other', async () => {
    await savePreset(workspace, { id: 'p1', name: 'Autumn', labels: AUTUMN });
    await asking('share-0001', null);
    expect(await linkOf('share-0001')).toMatchObject({ campaign: '' });
    expect((await linkOf('share-0001')).labels).toBeUndefined();
    await carryAlways(workspace, 'p1');
    await asking('share-0002', null);
    expect(await linkOf('share-0002')).toMatchObject({ campaign: 'autumn' });
    await asking('share-0003', { labels: NO_LABELS });
    expect(await linkOf('share-0003')).toMatchObject({ campaign: '' });
    await removePreset(workspace, 'p1');
    await asking('share-0004', null);
    expect(await linkOf('share-0004')).toMatchObject({ campaign: '' });
  });

  it('of the team’s material has its campaign, unless another was chosen for this share', async () => {
    await keepMembership(workspace, { ...MEMBER, links: 'https://go.kissa.example' });
    await savePreset(workspace, { id: 'p1', name: 'Autumn', labels: AUTUMN });
    await carryAlways(workspace, 'p1');
    await asking('share-0001', null, 'spring');
    expect(await linkOf('share-0001')).toMatchObject({ campaign: 'spring', item: 'item-1' });
    await asking('share-0002', { labels: { ...NO_LABELS, campaign: 'winter' } }, 'spring');
    expect(await linkOf('share-0002')).toMatchObject({ campaign: 'winter', item: 'item-1' });
    const short = await workspace.rows(shortLinks).where('share').equals('share-0002').first();
    expect(short && sharedLinkOf(short, [])).toMatchObject({ campaign: 'winter' });
    expect(new URL(short?.target ?? '').searchParams.get('utm_campaign')).toBe('winter');
    const event = await workspace.rows(events).where('about').equals('share-0002').first();
    const told = event && sharedOf(event, { ...MEMBER, from: 0 }, await linkOf('share-0002'));
    expect(told).toMatchObject({ campaign: 'winter' });
  });
});

describe('presets', () => {
  const all = async () => (await readSetting(workspace, presets)).all.map(({ name }) => name);
  const save = (n: number, name = `Preset ${n}`) =>
    savePreset(workspace, { id: `p${n}`, name, labels: { ...AUTUMN, term: String(n) } });

  it('stand once a name, are renamed and removed, and are not more than there is room for', async () => {
    await save(1);
    await save(2, ' Preset  1 ');
    expect(await all()).toEqual(['Preset 1']);
    expect((await readSetting(workspace, presets)).all[0]).toMatchObject({ id: 'p1', labels: { term: '2' } });
    await renamePreset(workspace, 'p1', 'Letter');
    await renamePreset(workspace, 'p1', '  ');
    expect(await all()).toEqual(['Letter']);
    await savePreset(workspace, { id: 'p9', name: 'Empty', labels: NO_LABELS });
    expect(await all()).toEqual(['Letter']);
    for (let n = 2; n < MAX_PRESETS + 5; n++) await save(n);
    expect(await all()).toHaveLength(MAX_PRESETS);
    await removePreset(workspace, 'p1');
    expect(await all()).not.toContain('Letter');
  });
});

it('campaigns are offered: the team’s, then those of one’s own last shares, each once', async () => {
  await asking('share-0001', { labels: AUTUMN });
  await asking('share-0002', {});
  expect(await offeredCampaigns(workspace, async () => ['spring', 'autumn'])).toEqual(['spring', 'autumn']);
  expect(await offeredCampaigns(workspace, async () => [])).toEqual(['autumn']);
});
