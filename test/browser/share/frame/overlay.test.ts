import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RawPost } from '../../../../src/post/post.ts';
import type { Hearing } from '../../../../src/share/frame/frame-host.ts';
import { type Holder, SheetOverlay } from '../../../../src/share/frame/overlay.ts';
import { aPost } from '../foreign-page.ts';

/** A frame that says what the test has it say. */
interface Stand extends Holder {
  readonly hearing: Hearing;
  shown: number;
  removed: boolean;
}

let frames: Stand[];
let windows: RawPost[];
let leaving: AbortController;
let overlay: SheetOverlay;
let near: HTMLButtonElement;

function stand(hearing: Hearing): Stand {
  const one: Stand = {
    hearing,
    shown: 0,
    removed: false,
    show: () => {
      one.shown += 1;
    },
    say: () => undefined,
    remove: () => {
      one.removed = true;
    },
    isClear: true,
    holdsFocus: true,
    hasFocus: true,
  };
  frames.push(one);
  return one;
}

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  windows = [];
  leaving = new AbortController();
  near = document.createElement('button');
  const background = {
    opening: async () => ({ ok: true, value: true }) as const,
    apart: async (post: RawPost) => {
      windows.push(post);
      return { ok: true, value: true } as const;
    },
  };
  overlay = new SheetOverlay(background, leaving.signal, true, (_, hearing) => stand(hearing));
});
afterEach(() => {
  leaving.abort();
  vi.useRealTimers();
});

const frame = (nth: number): Stand => {
  const one = frames[nth];
  if (!one) throw new Error(`no frame ${nth}`);
  return one;
};
/** Presses, and lets the time pass in which the frame should have been there. */
const pressInVain = (): void => {
  void overlay.open(aPost(), near);
  vi.advanceTimersByTime(150);
};

test('a frame that is late leaves the sheet to a window, and is there for the next press', async () => {
  pressInVain();
  expect(windows).toHaveLength(1);
  expect(frame(0).removed).toBe(false);

  frame(0).hearing.heard('ready');
  expect(frame(0).shown).toBe(0);
  const opened = overlay.open(aPost(), near);
  expect(frame(0).shown).toBe(1);
  frame(0).hearing.heard('here');
  expect(await opened).toEqual({ ok: true, value: true });
  expect([frames.length, windows.length]).toEqual([1, 1]);
});

test('a frame that is late twice may never load: another takes its place', () => {
  pressInVain();
  pressInVain();
  expect(windows).toHaveLength(2);
  expect(frame(0).removed).toBe(true);
  overlay.prepare();
  expect(frames).toHaveLength(2);
  expect(frame(1).removed).toBe(false);
});

test('a late frame that was shown, but is not drawn, does not stay over the page', () => {
  void overlay.open(aPost(), near);
  frame(0).hearing.heard('ready');
  vi.advanceTimersByTime(150);
  expect(windows).toHaveLength(1);
  expect(frame(0).removed).toBe(true);
});

test('a late frame that nobody needs again goes by itself', () => {
  pressInVain();
  vi.advanceTimersByTime(61_000);
  expect(frame(0).removed).toBe(true);
});

test('a page that removes the frame gets windows from then on', () => {
  void overlay.open(aPost(), near);
  frame(0).hearing.lost();
  expect(windows).toHaveLength(1);
  void overlay.open(aPost(), near);
  expect(windows).toHaveLength(2);
  expect(frames).toHaveLength(1);
});
