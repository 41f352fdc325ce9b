import { TEXTS } from './stage/words.ts';

/** Where a screen of ours stands: the companion, on the web, small beside a page, or over a page of others. */
export type Where = 'companion' | 'web' | 'popup' | 'panel' | 'welcome' | 'foreign';

/** What there is to show: nothing, hundreds of things, all of that with the hub away, or a diary that cannot be read. */
export type State = 'empty' | 'full' | 'away' | 'damaged' | 'quota';

/** A screen, and how to come to it. */
export interface Screen {
  readonly name: string;
  readonly where: Where;
  /** The address in the companion; what is to be shown elsewhere. */
  readonly at: string;
  readonly states: readonly State[];
  /** What has to be there before it counts as shown, beside the screen's own quiet: with things in it, in any state. */
  readonly until?: string;
  readonly always?: string;
  /** What is pressed, one after the other: every element of a selector. */
  readonly press?: readonly string[];
  /** What is typed afterwards, over all that stands in every field of a selector. */
  readonly typed?: { readonly into: string; readonly words: string };
  /** A key that is pressed with nothing in focus, as `Control+k`. */
  readonly keys?: string;
  /** As it is printed. */
  readonly printed?: true;
  /** The view in which captures are shown. */
  readonly view?: 'grid' | 'list';
}

const ALWAYS = ['empty', 'full'] as const;
const FAILING = ['empty', 'full', 'damaged'] as const;

const page = (
  name: string,
  at: string,
  states: Screen['states'] = ALWAYS,
  more: Partial<Screen> = {},
): Screen => ({
  name,
  where: 'companion',
  at,
  states,
  ...more,
});
const FULL = ['full'] as const;
/** Parts of Settings load late. */
const PARTS = { always: '.section, [role="alert"]' };

/** The last seven days, as the report's address names them. */
function week(): string {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  return `from=${day(6)}&to=${day(0)}`;
}

/** Every screen of the product. One that is missing here is looked at by nobody. */
export const SCREENS: readonly Screen[] = [
  page('me', '#/me', ['empty', 'full', 'damaged', 'quota']),
  page('me-year', '#/me?span=year', FULL),
  page('activity', '#/activity', FAILING),
  page('captures-grid', '#/captures', FAILING, { view: 'grid', until: '.card' }),
  page('captures-list', '#/captures', FULL, { view: 'list', until: '.capture-row' }),
  page('captures-grid-chosen', '#/captures', FULL, {
    view: 'grid',
    until: '.card',
    press: ['.pick-box input'],
  }),
  page('captures-list-chosen', '#/captures', FULL, {
    view: 'list',
    until: '.capture-row',
    press: ['.pick-box input'],
  }),
  page('captures-filter', '#/captures', FULL, { view: 'list', press: ['.filter-bar > .button'] }),
  page('captures-trash', '#/captures/trash', ALWAYS),
  page('capture', '#/captures/capture-0000', FULL),
  page('capture-long', '#/captures/capture-0002', FULL),
  page('capture-none', '#/captures/nowhere', ['empty']),
  page('drafts', '#/drafts', FAILING),
  page('drafts-open', '#/drafts/x%3A2', FULL),
  page('library', '#/library', ['empty', 'full', 'away'], { until: '.library-row' }),
  page('library-own', '#/library', ALWAYS, { until: '.library-row', press: ['.own-words summary'] }),
  page('library-board', '#/library', FULL, {
    until: '.library-row',
    press: ['.filter-end .segmented label:nth-of-type(2) input'],
  }),
  page('library-posts', '#/library', FULL, {
    until: '.library-row',
    press: ['.filter-end .segmented label:nth-of-type(3) input'],
  }),
  page('library-filter', '#/library', FULL, { until: '.library-row', press: ['.filter-bar > .button'] }),
  page('library-item', '#/library', FULL, {
    until: '.library-row',
    press: ['.library-row:first-child .library-title'],
  }),
  page('library-form', '#/library', FULL, { until: '.library-row', press: ['.library-head .button'] }),
  page('library-chosen', '#/library', FULL, {
    until: '.library-row',
    press: ['.library-row .pick-box input'],
  }),
  page('team', '#/team', ['empty', 'full', 'away']),
  page('links', '#/links', FAILING),
  page('link', '#/links/AACdEfGhIj0', ['full', 'away']),
  page('link-none', '#/links/nowhere', ['empty']),
  page('report', '#/report', ALWAYS),
  page('report-week-printed', `#/report?${week()}`, ALWAYS, { printed: true }),
  page('report-team', '#/report/team', FULL),
  page('settings', '#/settings', FAILING, PARTS),
  page('settings-sites', '#/settings/sites', ALWAYS),
  page('settings-networks', '#/settings/networks', ALWAYS),
  page('settings-team', '#/settings/team', ['empty', 'full', 'away']),
  page('settings-lead', '#/settings/lead', FULL),
  page('settings-lead-profile', '#/settings/lead/profile', FULL),
  page('settings-lead-people', '#/settings/lead/people', FULL),
  page('settings-lead-relations', '#/settings/lead/relations', FULL),
  page('settings-lead-figures', '#/settings/lead/figures', FULL),
  page('settings-lead-links', '#/settings/lead/links', FULL),
  page('settings-lead-server', '#/settings/lead/server', FULL),
  page('settings-lead-audit', '#/settings/lead/audit', FULL),
  page('settings-data', '#/settings/data', ALWAYS, PARTS),
  page('settings-privacy', '#/settings/privacy', FAILING, PARTS),
  page('palette', '#/me', ['empty'], { keys: 'Control+k' }),
  page('keys', '#/me', ['empty'], { press: ['.rail-keys'] }),
  {
    name: 'invite',
    where: 'web',
    at: `#/join/${'i'.repeat(16)}.${'s'.repeat(32)}`,
    states: ['empty', 'damaged'],
  },
  { name: 'welcome', where: 'welcome', at: '', states: ['empty', 'damaged'] },
  { name: 'welcome-tried', where: 'welcome', at: '', states: ['empty'], press: ['.try-button:first-child'] },
  { name: 'welcome-done', where: 'welcome', at: '', states: ['empty'], press: ['.welcome-start .button'] },
  { name: 'popup', where: 'popup', at: '', states: ['empty', 'full', 'away', 'damaged'] },
  { name: 'panel', where: 'panel', at: '', states: FAILING },
  { name: 'feed', where: 'foreign', at: 'feed', states: ['empty'] },
  { name: 'strip', where: 'foreign', at: 'strip-done', states: ['empty'] },
  { name: 'strip-warn', where: 'foreign', at: 'strip-warn', states: ['empty'] },
  { name: 'sheet', where: 'foreign', at: 'sheet', states: ['empty', 'full', 'damaged'] },
  { name: 'sheet-labels', where: 'foreign', at: 'sheet', states: ['full'], press: ['[data-labels]'] },
  {
    name: 'sheet-long',
    where: 'foreign',
    at: 'sheet-full',
    states: ['full'],
    typed: { into: '[data-field="words"]', words: TEXTS.join(' ').repeat(2) },
  },
];

/** Pages that the hub itself serves to strangers, by their address. */
export const HUB_PAGES: readonly { readonly name: string; readonly at: string }[] = [
  { name: 'hub-root', at: '/' },
  { name: 'hub-invite', at: '/app/' },
  { name: 'hub-not-found', at: '/nowhere/at/all' },
  { name: 'hub-dead-link', at: '/AbCdEfGhIj0' },
];
