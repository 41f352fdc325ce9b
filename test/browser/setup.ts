import { afterEach, beforeEach } from 'vitest';
import { answers, calls } from './browser-stand-in.ts';
import { askedRoots, openRoots } from './roots.ts';

openRoots();

// Files share one page: what a test of another file had answered is not answered to this one.
beforeEach(() => {
  answers.message = () => undefined;
  answers.tabs = [];
  calls.length = 0;
  askedRoots.length = 0;
});

// Nor does a sheet that it left open stand over what is shown next.
afterEach(() => {
  for (const sheet of document.querySelectorAll('[data-musubi-floating="sheet"]')) sheet.remove();
});
