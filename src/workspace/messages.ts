import * as z from 'zod/mini';
import { message } from './declare.ts';

/** Loads the scripts that read and act into the requesting frame, because a person moved to our buttons there. */
export const feedActing = message({
  name: 'feed.acting',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({}),
  answer: z.boolean(),
});

/** The person chose another language: every open page and the browser's menu follow. */
export const languageChanged = message({
  name: 'language.changed',
  from: 'own',
  ask: z.object({}),
  answer: z.boolean(),
});

/** The person chose other buttons for a site: every open page and every page to come follow. */
export const feedsChanged = message({
  name: 'feeds.changed',
  from: 'own',
  ask: z.object({}),
  answer: z.boolean(),
});

/** What our icon counts changed in one of our pages: the badge and the alarm of the next reminder must be updated. */
export const badgeLook = message({
  name: 'draft.look',
  from: 'own',
  ask: z.object({}),
  answer: z.boolean(),
});

/** Opens the companion at one of its pages. */
export const appOpen = message({
  name: 'app.open',
  from: 'page',
  tells: 'privacyTellsYes',
  ask: z.object({ page: z.string().check(z.maxLength(200), z.regex(/^[\w/-]*$/)) }),
  answer: z.boolean(),
});
