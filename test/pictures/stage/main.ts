import { viewChoice } from '../../../src/capture/views/view-choice.ts';
import { speak } from '../../../src/i18n/language.ts';
import type { Language } from '../../../src/team/profile.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { answerFrom } from '../../browser/answered.ts';
import { answers, browser } from '../../browser/browser-stand-in.ts';
import { capture } from '../../browser/capture/stored.ts';
import { openRoots } from '../../browser/roots.ts';
import { type Faults, faultsOf } from '../measure/faults.ts';
import { SCREENS, type State } from '../screens.ts';
import { mount } from './mount.tsx';
import { chooseLanguage, stateOf } from './state.ts';
import { nth, TEXTS } from './words.ts';

/** What the tool asks of this page. */
export interface Stage {
  speak(language: Language): Promise<void>;
  /** Shows a screen in a state, whole. */
  show(name: string, state: State): Promise<void>;
  /** Waits until what is drawn stays as it is. */
  quiet(ms?: number): Promise<void>;
  /** What is wrong with how it is laid out now. */
  faults(): Faults;
}

declare global {
  var stage: Stage;
}

/** Ms without a change after which a screen counts as drawn, and after which it is taken as it is. */
const QUIET = 60;
const PATIENCE = 3000;

openRoots();
answers.tabs = [{ id: 7, url: 'https://x.com/aoi/status/1', title: nth(TEXTS, 0) }];
browser.permissions.contains = async () => true;

const READING = '.skeleton, [aria-busy="true"]';
const floating = () => [...document.querySelectorAll('[data-musubi-floating]')];
const isReading = () =>
  [document, ...floating().map(({ shadowRoot }) => shadowRoot)].some((root) => root?.querySelector(READING));

async function quiet(ms = QUIET): Promise<void> {
  const end = performance.now() + PATIENCE;
  let changed = performance.now();
  const observer = new MutationObserver(() => {
    changed = performance.now();
  });
  const what = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document.documentElement, what);
  while (performance.now() < end && (isReading() || performance.now() - changed < ms))
    await new Promise((resolve) => setTimeout(resolve, 10));
  observer.disconnect();
}

/** Elements of the page and of what floats over it. */
function elementsOf(selector: string): HTMLElement[] {
  const roots = [document, ...floating().flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  return roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
}

async function press(selector: string): Promise<void> {
  for (const one of elementsOf(selector).slice(0, 3)) one.click();
  await quiet();
}

async function type(selector: string, words: string): Promise<void> {
  const fields = elementsOf(selector).filter((one) => one instanceof HTMLTextAreaElement);
  if (fields.length === 0) throw new Error(`no field ${selector}`);
  for (const field of fields) {
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  await quiet();
}

/** Waits for something that has to be read first. */
async function until(selector: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && !document.querySelector(selector))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await quiet();
}

async function key(named: string): Promise<void> {
  const [name = '', ...beside] = named.split('+').reverse();
  const event = new KeyboardEvent('keydown', {
    key: name,
    ctrlKey: beside.includes('Control'),
    bubbles: true,
  });
  document.body.dispatchEvent(event);
  await quiet();
}

/** As the background would answer, and a page that was read in front of the popup. */
async function answering(state: State): Promise<void> {
  const { workspace } = await stateOf(state);
  answerFrom(workspace);
  const others = answers.message;
  const read = capture('1', Date.now(), {}, { title: nth(TEXTS, 2), text: nth(TEXTS, 0) }).read;
  answers.message = (message) => {
    const { name } = message as { name: string };
    return name === 'page.read' ? { ok: true, value: { ok: true, post: read, tab: 7 } } : others(message);
  };
}

globalThis.stage = {
  speak: async (language) => {
    chooseLanguage(language);
    await speak(language);
  },
  show: async (name, state) => {
    const screen = SCREENS.find((one) => one.name === name);
    if (!screen) throw new Error(`no screen ${name}`);
    const filled = await stateOf(state);
    if (screen.view) await writeSetting(filled.workspace, viewChoice, screen.view).catch(() => undefined);
    await answering(state);
    await mount(screen.where, screen.at, filled);
    await quiet();
    if (screen.always) await until(screen.always);
    if (screen.until && state === 'full') await until(screen.until);
    for (const selector of screen.press ?? []) await press(selector);
    if (screen.typed) await type(screen.typed.into, screen.typed.words);
    if (screen.keys) await key(screen.keys);
    window.scrollTo(0, 0);
  },
  quiet,
  faults: () => faultsOf(document.querySelector('.feed') ? '[data-musubi-floating]' : ''),
};
