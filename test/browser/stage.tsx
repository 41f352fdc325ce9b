import '../../src/ui/base.css';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { TABLES } from '../../src/app/declared.ts';
import { speak } from '../../src/i18n/language.ts';
import { newId } from '../../src/workspace/ids.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/open.ts';

export const THEMES = ['light', 'dark'] as const;

/** Puts a view on an empty page, in a language, and gives the element it stands in. */
export async function show(view: ComponentChild, language = 'en'): Promise<HTMLElement> {
  clear();
  await speak(language);
  const root = document.createElement('main');
  document.body.append(root);
  render(view, root);
  return root;
}

/** Takes the view away, so that its listeners go with it. */
export function clear(): void {
  for (const root of document.querySelectorAll('body > main')) {
    render(null, root);
    root.remove();
  }
}

/** A diary of its own, with every table. */
export function ownWorkspace(): Workspace {
  return openWorkspace(TABLES, `test-${newId()}`);
}

/** A diary whose every query is refused, as by a damaged file. */
export function brokenWorkspace(): Workspace {
  const workspace = ownWorkspace();
  workspace.diary.on('ready', () => {
    throw new Error('the disk said no');
  });
  return workspace;
}

/** Waits for something to be so. What it throws last is what the test says. */
export async function until(check: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(check, { timeout: 5000, interval: 20 });
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can change: everything else is the same in both, and is looked at in the first. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** No violation that axe knows of, in light and in dark. */
export async function accessible(root: Element = document.body): Promise<void> {
  for (const theme of THEMES) {
    document.documentElement.dataset.theme = theme;
    // A colour on its way from one theme to the other is nobody's fault.
    // One that is cancelled rejects, and is over all the same.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const { violations } = await axe.run(root, {
      // What passes is not written down.
      resultTypes: ['violations'],
      runOnly: theme === THEMES[0] ? LEVELS : { type: 'rule', values: COLOURS },
      ...(theme === THEMES[0] && {
        rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } },
      }),
    });
    const found = violations.map(
      ({ id, nodes }) => `${theme} ${id}: ${nodes.map((n) => n.html).join(' | ')}`,
    );
    expect(found).toEqual([]);
  }
  delete document.documentElement.dataset.theme;
}

/** Nothing stands over the edge of a narrow window. */
export async function narrow(): Promise<void> {
  await page.viewport(360, 740);
  await until(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
}
export const wide = () => page.viewport(1280, 900);
