import { isOverheard } from '../../feed/first-listener.ts';
import type { FeedActions, Result } from '../../feed/post-actions.ts';
import { SheetOverlay } from '../../share/frame/overlay.ts';
import type { Recipe } from '../../sites/recipe.ts';
import { asking } from '../../workspace/ask.ts';
import type { Answered } from '../../workspace/envelope.ts';
import { newId } from '../../workspace/ids.ts';
import type { Messages } from '../messages.ts';

const ask = asking<Messages>();

function resultOf<T>(answered: Answered<T>): Result<T> {
  if (answered.ok) return answered;
  return {
    ok: false,
    gone: answered.reason === 'gone',
    detail: answered.detail,
    failure: answered.reason === 'failed' ? answered.failure : undefined,
  };
}

/** Opens the sheet over this page, until the signal aborts. */
export const over = (signal: AbortSignal): SheetOverlay =>
  new SheetOverlay(
    {
      opening: (token) => ask('sheet.opening', { token }),
      apart: (post) => ask('sheet.apart', { wish: 'sheet', why: 'unframed', post }),
    },
    signal,
    !isOverheard(),
  );

/** The feed's actions as messages. */
export function feedActions(recipe: Recipe, sheet: SheetOverlay): FeedActions {
  return {
    newId,
    share: async (id, post, at, anyway) =>
      resultOf(await ask('share.now', { id, post, at, choice: null, anyway })),
    later: async (post, at, remind) => resultOf(await ask('draft.later', { post, at, choice: null, remind })),
    related: async (id, of, post, change, at) =>
      resultOf(await ask('share.related', { id, of, post, ...change, at })),
    unshare: async (id, at) => resultOf(await ask('share.undo', { id, at })),
    opened: async (id, at) => resultOf(await ask('share.opened', { id, at })),
    keep: async (id, post, at) => resultOf(await ask('capture.keep', { id, post, at })),
    undo: async (id, at) => resultOf(await ask('capture.undo', { id, at })),
    open: async (page) => resultOf(await ask('app.open', { page })),
    health: (status, missing, at) => {
      void ask('health.read', {
        site: recipe.id,
        version: recipe.version,
        status,
        missing: missing as never,
        at,
      });
    },
    sheet: async (post, near) => resultOf(await sheet.open(post, near)),
    apart: async (wish, post) => resultOf(await ask('sheet.apart', { wish, why: 'unseen', post })),
  };
}
