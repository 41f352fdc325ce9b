import { knot } from '../e2e/stage.ts';
import type { Attack, Target } from './attack.ts';
import { answerAll } from './page-leaks.ts';
import { Scene } from './page-scene.ts';

/** Styles that a page gives to the row around a pair (`row`), to its post, to the pair's own host, or to a cover. */
interface Bent {
  readonly name: string;
  readonly on: 'row' | 'post' | 'host' | 'page';
  readonly css: string;
}

/** One real click meets our button and the person sees no button, or another one. */
const BENT: readonly Bent[] = [
  { name: 'a row at opacity 0.01', on: 'row', css: 'opacity:.01' },
  { name: 'a post at opacity 0', on: 'post', css: 'opacity:0' },
  { name: 'a page at half its opacity', on: 'page', css: 'opacity:.5' },
  { name: 'a pair ten times as large', on: 'row', css: 'transform:scale(10);transform-origin:90% 50%' },
  { name: 'a pair zoomed over the page', on: 'row', css: 'zoom:4' },
  { name: 'a host laid over the window', on: 'host', css: 'position:fixed;transform:scale(9);opacity:.01' },
  { name: 'a pair mirrored, so that Share lies where Keep was', on: 'row', css: 'transform:scaleX(-1)' },
  { name: 'a pair turned around', on: 'row', css: 'rotate:180deg' },
  { name: 'a pair folded away in depth', on: 'row', css: 'transform:perspective(200px) rotateY(50deg)' },
  { name: 'a row behind a filter', on: 'row', css: 'filter:opacity(2%)' },
  { name: 'a post blurred beyond knowing', on: 'post', css: 'filter:blur(20px)' },
  { name: 'a row behind a mask', on: 'row', css: 'mask-image:linear-gradient(transparent,transparent)' },
  { name: 'a row blended into what is behind it', on: 'row', css: 'mix-blend-mode:lighten' },
  { name: 'a row clipped to a few pixels', on: 'row', css: 'clip-path:inset(40% 3% 40% 90%)' },
  {
    name: 'a row cut off by overflow',
    on: 'row',
    css: 'overflow:hidden;min-block-size:0;max-block-size:12px',
  },
  { name: 'a host whose lines run downwards', on: 'row', css: 'writing-mode:vertical-rl' },
];

const COVERS: readonly { readonly name: string; readonly css: string; readonly lifted?: true }[] = [
  { name: 'a cover that lets the pointer through', css: 'background:#fff' },
  { name: 'a see-through cover with a picture', css: 'background:rgb(255 255 255/90%)' },
  { name: 'a cover in the top layer', css: 'background:#fff;margin:0;border:0', lifted: true },
];

/** Runs in the page: bends what is around the first pair. */
function bend([on, css]: readonly [string, string]): void {
  const host = document.querySelector<HTMLElement>('[data-musubi]');
  const row = host?.parentElement;
  const target = { row, host, post: host?.closest('article'), page: document.documentElement }[on];
  const sheet = document.createElement('style');
  sheet.textContent = `[data-bent]{${css
    .split(';')
    .map((one) => `${one}!important`)
    .join(';')}}`;
  document.head.append(sheet);
  target?.setAttribute('data-bent', '');
}

/** Runs in the page: lays something over everything that no pointer meets. */
function cover([css, lifted]: readonly [string, boolean]): void {
  const over = document.createElement('div');
  over.style.cssText = `position:fixed;inset:0;inline-size:100%;block-size:100%;z-index:2147483647;pointer-events:none;${css}`;
  document.body.append(over);
  if (!lifted) return;
  over.popover = 'manual';
  over.showPopover();
}

/** Presses what lies where the pair is drawn, and asks what came of it: nothing, but for a window of ours that asks. */
async function pressed(scene: Scene, press: () => Promise<void>): Promise<string | null> {
  const before = await scene.recorded();
  await press();
  const asked = await scene.asked(4000);
  const more = await scene.nothingMore(before);
  return more ?? (asked ? null : 'the press met nothing that asks');
}

async function clickAt(scene: Scene, half: 0.25 | 0.75 = 0.25): Promise<void> {
  const { x, y } = await scene.middle(0, half);
  await scene.page.mouse.move(Math.max(1, x - 150), Math.max(1, y - 120));
  await scene.page.mouse.move(x, y, { steps: 4 });
  await scene.page.waitForTimeout(200);
  await scene.page.mouse.click(x, y);
}

async function bentPress(at: Target, { on, css }: Bent): Promise<string | null> {
  const scene = await Scene.open(at);
  await scene.evil(bend, [on, css] as const);
  const before = await scene.recorded();
  await clickAt(scene);
  await scene.asked(3000);
  // Bent so far that the press does not meet it at all, it is as good.
  return scene.nothingMore(before);
}

/** Runs in the page: freezes a picture of a page without us over the page, as a transition between two views. */
function freeze(_: null): Promise<void> | undefined {
  const sheet = document.createElement('style');
  sheet.textContent =
    '::view-transition{pointer-events:none}::view-transition-old(root){animation:none;opacity:1;z-index:2}::view-transition-new(root){animation:none;opacity:0}::view-transition-group(root){animation-duration:900s}';
  document.head.append(sheet);
  const cover = document.createElement('div');
  cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff';
  document.body.append(cover);
  return document.startViewTransition?.(() => cover.remove()).ready;
}

const onSlide = (name: string, run: (scene: Scene) => Promise<void>): Attack => ({
  area: 'page',
  name,
  run: async (at) => {
    const scene = await Scene.open(at);
    return pressed(scene, () => run(scene));
  },
});

/** Runs in the page: puts the first pair's row so that its knot lies at a point. */
function under([x, y]: readonly [number, number]): void {
  const host = document.querySelector<HTMLElement>('[data-musubi]');
  const row = host?.parentElement;
  if (!host || !row) return;
  const { left, top, width, height } = host.getBoundingClientRect();
  row.style.translate = `${x - left - width / 4}px ${y - top - height / 2}px`;
}

const SLID: readonly Attack[] = [
  onSlide('a button put under the resting pointer right before the press', async (scene) => {
    const { x, y } = await scene.middle(0, 0.25);
    await scene.page.mouse.move(x - 60, y - 40, { steps: 4 });
    await scene.page.evaluate(under, [x - 60, y - 40] as const);
    await scene.page.mouse.down();
    await scene.page.mouse.up();
  }),
  onSlide('a button that is moved between the pointer’s coming and the press', async (scene) => {
    const { x, y } = await scene.middle(0, 0.75);
    await scene.page.mouse.move(x - 100, y);
    await scene.page.mouse.move(x, y, { steps: 4 });
    await scene.page.waitForTimeout(200);
    await scene.page.evaluate(under, [x, y] as const);
    await scene.page.mouse.down();
    await scene.page.mouse.up();
  }),
  onSlide('a button that follows the pointer about', async (scene) => {
    const { x, y } = await scene.middle(0, 0.25);
    await scene.page.mouse.move(x - 90, y - 60);
    for (let step = 1; step < 6; step += 1) {
      await scene.page.evaluate(under, [x - 90 + step, y - 60] as const);
      await scene.page.mouse.move(x - 90 + step, y - 60);
    }
    await scene.page.mouse.down();
    await scene.page.mouse.up();
  }),
];

const KEYED: readonly Attack[] = [
  {
    area: 'page',
    name: 'a button that has the focus and cannot be seen, pressed by Enter',
    run: async (at) => {
      const scene = await Scene.open(at);
      await knot(scene.page).focus();
      await scene.evil(bend, ['row', 'opacity:.01'] as const);
      return pressed(scene, () => scene.page.keyboard.press('Enter'));
    },
  },
  {
    area: 'page',
    name: 'a covered button pressed by the space bar',
    run: async (at) => {
      const scene = await Scene.open(at);
      await knot(scene.page).focus();
      await scene.evil(cover, ['background:#fff', false] as const);
      return pressed(scene, () => scene.page.keyboard.press('Space'));
    },
  },
];

export const presses: readonly Attack[] = [
  ...BENT.map(
    (bent): Attack => ({ area: 'page', name: `${bent.name}, clicked`, run: (at) => bentPress(at, bent) }),
  ),
  ...COVERS.map(
    ({ name, css, lifted = false }): Attack => ({
      area: 'page',
      name: `${name}, clicked through`,
      run: async (at) => {
        const scene = await Scene.open(at);
        await scene.evil(cover, [css, lifted] as const);
        return pressed(scene, () => clickAt(scene));
      },
    }),
  ),
  ...SLID,
  ...KEYED,
  {
    area: 'page',
    name: 'a frozen picture of the page, clicked through',
    run: async (at) => {
      const scene = await Scene.open(at);
      const { x, y } = await scene.middle(0, 0.25);
      await scene.evil(freeze, null);
      const before = await scene.recorded();
      await scene.page.mouse.move(x - 100, y - 80);
      await scene.page.mouse.move(x, y, { steps: 4 });
      await scene.page.waitForTimeout(200);
      await scene.page.mouse.click(x, y);
      await scene.asked(3000);
      return scene.nothingMore(before);
    },
  },
  {
    area: 'page',
    name: 'a page that answers in the browser’s place what lies on top, clicked through',
    run: async (at) => {
      const scene = await Scene.open(at, answerAll);
      await scene.evil(cover, ['background:#fff', false] as const);
      return pressed(scene, () => clickAt(scene));
    },
  },
  {
    area: 'page',
    name: 'a page that bends nothing, so that all these are no wonder',
    run: async (at) => (await Scene.open(at)).honest(1),
  },
];
