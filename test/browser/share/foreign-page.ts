import { afterEach, beforeEach, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ja from '#words/ja.json';
import { setAside } from '../../../src/draft/drafts.ts';
import { draftLater } from '../../../src/draft/messages.ts';
import { translate } from '../../../src/i18n/translate.ts';
import type { Post } from '../../../src/post/post.ts';
import { settled } from '../../../src/post/resolve-counts.ts';
import { shareCampaigns, sharePreset } from '../../../src/share/labels/messages.ts';
import { savePreset } from '../../../src/share/labels/presets.ts';
import { shareDraft, shareNow, shareOpened, shareSheet } from '../../../src/share/messages.ts';
import { answerRelation, chooseRelation, readKnown } from '../../../src/share/relation/known-relations.ts';
import { relationAnswer, relationChoose } from '../../../src/share/relation/messages.ts';
import { opened, share } from '../../../src/share/share.ts';
import { keepDraft, sheetFacts } from '../../../src/share/sheet-facts.ts';
import { type Preferences, preferences } from '../../../src/share/tables.ts';
import { openSheet } from '../../../src/share/views/sheet/mount.tsx';
import { type Language, type Profile, profile } from '../../../src/team/profile.ts';
import { answering, answerOne } from '../../../src/workspace/answer.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { changeSetting } from '../../../src/workspace/setting.ts';
import { answers } from '../browser-stand-in.ts';
import { ownWorkspace, until, wide } from '../stage.tsx';
import { relate } from './relate.ts';

/** A post as the feed reads it; invented. */
export function aPost(part: Partial<Post> = {}): Post {
  return {
    key: 'x:1859999000000000001',
    site: 'x',
    kind: 'post',
    url: 'https://x.com/asahi_coffee/status/1859999000000000001',
    title: '',
    author: { name: 'あさひ珈琲', handle: 'asahi_coffee', url: 'https://x.com/asahi_coffee' },
    text: '秋の深煎り「夕凪」ができました。くるみとカラメルの香り。今週末は神保町の店先で試飲できます☕',
    lang: 'ja',
    time: Date.UTC(2026, 9, 28),
    links: ['https://asahi-coffee.example/yunagi?fbclid=abc123#beans'],
    media: [],
    counts: {},
    quotes: null,
    answers: null,
    capped: [],
    recipe: { id: 'x', version: 1 },
    status: 'full',
    missing: [],
    ...part,
  };
}

export interface Person {
  language?: Language;
  profile?: Partial<Profile>;
  preferences?: Partial<Preferences>;
  /** They have named nothing of their employer's yet. */
  unasked?: true;
}

/** Answers the sheet's messages as the background does, over a diary of its own. */
export async function background({ language = 'ja', ...person }: Person = {}): Promise<Workspace> {
  const workspace = ownWorkspace();
  const known = { company: 'あさひ珈琲', country: 'JP' as const, code: 'k7q2m9xa', ...person.profile };
  await changeSetting(workspace, profile, (before) => ({ ...before, ...known }));
  await changeSetting(workspace, preferences, (before) => ({ ...before, ...person.preferences }));
  if (!person.unasked) await relate(workspace);
  const list = [
    answering(shareSheet, ({ post }) => sheetFacts(workspace, settled(post), language)),
    answering(shareNow, (asked) => share(workspace, { ...asked, post: settled(asked.post) }, language)),
    answering(shareOpened, ({ id, at }) => opened(workspace, id, at)),
    answering(shareDraft, async ({ draft, post, keep }) => {
      await keepDraft(workspace, draft, settled(post), keep);
      return true;
    }),
    answering(shareCampaigns, async () => ['秋の新作', 'customer-voice']),
    answering(sharePreset, ({ preset }) => savePreset(workspace, preset)),
  ];
  list.push(
    answering(relationAnswer, async ({ post, ...answer }) => {
      await answerRelation(workspace, settled(post), answer);
      return readKnown(workspace, settled(post));
    }),
    answering(relationChoose, async ({ post, relation, at }) => {
      await chooseRelation(workspace, settled(post), relation, at);
      return readKnown(workspace, settled(post));
    }),
    answering(draftLater, async (asked) => {
      await setAside(workspace, { ...asked, post: settled(asked.post) });
      const key = asked.remind === 0 ? 'draftAside' : 'draftAsideUntil';
      return { words: translate(ja, 'ja', key, { when: String(asked.remind) }) };
    }),
  );
  const byName = new Map(list.map((one) => [one.declaration.name, one]));
  // Our frame in a page is a page of ours.
  const sender = { tab: null, frame: 0, url: '' };
  // Through JSON, as between two contexts of a browser.
  answers.message = async (message) =>
    JSON.parse(JSON.stringify(await answerOne(byName, JSON.parse(JSON.stringify(message)), sender)));
  return workspace;
}

/** What the browser was asked to do by the sheet. */
export interface Outside {
  readonly copied: string[];
  readonly windows: string[];
  allow: { clipboard: boolean; popup: boolean };
}

/** Stands in for clipboard and windows, which a page in a test may not have. */
export function outside(): Outside {
  const out: Outside = { copied: [], windows: [], allow: { clipboard: true, popup: true } };
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    if (!out.allow.clipboard) throw new DOMException('no', 'NotAllowedError');
    out.copied.push(text);
  });
  vi.spyOn(window, 'open').mockImplementation((url) => {
    if (!out.allow.popup) return null;
    out.windows.push(String(url));
    return { opener: window } as unknown as Window;
  });
  return out;
}

/** A post of a feed with the button that opens the sheet. */
export function feedPage(): HTMLButtonElement {
  const main = document.createElement('main');
  main.id = 'foreign';
  const article = document.createElement('article');
  article.append('A post of a feed');
  const button = document.createElement('button');
  button.append('Share');
  article.append(button);
  main.append(article);
  document.body.append(main);
  return button;
}

export function host(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-musubi-floating="sheet"]');
}

/** The sheet's dialog; throws where none is open. */
export function dialog(): HTMLDialogElement {
  const found = host()?.shadowRoot?.querySelector('dialog');
  if (!found) throw new Error('no sheet is open');
  return found;
}

export function one<E extends Element = HTMLElement>(selector: string): E {
  const found = dialog().querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in the sheet`);
  return found;
}

export const previewed = () => one('.preview').textContent;
export const main = () => one<HTMLButtonElement>('[data-main]');
export const note = () => dialog().querySelector('.note > span')?.textContent ?? '';

export function buttonNamed(name: string): HTMLButtonElement {
  const all = [...dialog().querySelectorAll('button')];
  const found = all.find((button) => [button.ariaLabel, button.title, button.textContent].includes(name));
  if (!found)
    throw new Error(`no button ${name} among ${all.map((button) => button.textContent).join(', ')}`);
  return found;
}

export const square = (channel: string) => one<HTMLInputElement>(`input[value="${channel}"]`);

/** Opens the sheet and waits for its content. */
export async function opening(post: Post, near: Element): Promise<void> {
  openSheet(post, near);
  await until(() => void one('.preview'));
}

export function leave(): void {
  host()?.remove();
  document.querySelector('#foreign')?.remove();
  vi.restoreAllMocks();
}

export const area = () => one<HTMLTextAreaElement>('textarea');
export const disclosure = () => one<HTMLInputElement>('[data-field=disclosure]');
export const press = (element: Element) => userEvent.click(element);

/** Shows every channel's square. */
export async function allChannels(): Promise<void> {
  await press(buttonNamed('ほかの共有先'));
  await until(() => void square('copy'));
}

/** What each test of the sheet has around it; a test may put others in their place. */
export interface Scene {
  out: Outside;
  near: HTMLButtonElement;
  workspace: Workspace;
}

/** A feed's page with a button, a diary behind it and a clipboard that is ours, fresh for each test. */
export function scene(): Scene {
  const here = {} as Scene;
  beforeEach(async () => {
    await wide();
    here.out = outside();
    here.near = feedPage();
    here.near.focus();
    here.workspace = await background();
  });
  afterEach(() => {
    leave();
    document.body.removeAttribute('style');
  });
  return here;
}
