import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Feed } from '../../../src/feed/feed.ts';
import { FEED_KEYS, type FeedWords } from '../../../src/feed/feed-words.ts';
import type { KeepResult } from '../../../src/feed/keep-words.ts';
import type { Mounted } from '../../../src/feed/mount-buttons.ts';
import { FLOATING } from '../../../src/feed/own-markers.ts';
import { type FeedActions, PostActions, type Ready, type Saw } from '../../../src/feed/post-actions.ts';
import { Strips } from '../../../src/feed/strip.ts';
import { until } from '../stage.tsx';
import { card, clearAll, elements, pair, recipe, run } from './cards.ts';

/** Each message is its own key, with its placeholders. */
const WORDS = {
  ...Object.fromEntries(FEED_KEYS.map((key) => [key, `${key} {network}{missing}{detail}`])),
  language: 'en',
} as unknown as FeedWords;
const ready: Ready = { id: 's1', network: 'X', text: 'words', window: null, paste: false };
const kept: KeepResult = { id: 'c1', before: false, missing: [] };

let feed: Feed;
let hands: { [Name in keyof FeedActions]: ReturnType<typeof vi.fn<FeedActions[Name]>> };
let acts: PostActions;
const saw = vi.fn<Saw>();

beforeEach(() => {
  const site = { ...recipe, id: 'cards' };
  document.body.append(...elements(card('a')));
  const running = run({}, site);
  feed = running.feed;
  let ids = 0;
  hands = {
    newId: vi.fn(() => `id${++ids}`),
    share: vi.fn(async () => ({ ok: true as const, value: { ok: true as const, prepared: ready } })),
    related: vi.fn(async () => ({ ok: true as const, value: { ok: true as const, prepared: ready } })),
    unshare: vi.fn(async () => ({ ok: true as const, value: true })),
    later: vi.fn(async () => ({ ok: true as const, value: { words: 'set aside' } })),
    opened: vi.fn(async () => ({ ok: true as const, value: true })),
    keep: vi.fn(async () => ({ ok: true as const, value: kept })),
    undo: vi.fn(async () => ({ ok: true as const, value: true })),
    sheet: vi.fn(async () => ({ ok: true as const, value: true })),
    open: vi.fn(async () => ({ ok: true as const, value: true })),
    apart: vi.fn(async () => ({ ok: true as const, value: true })),
    health: vi.fn(),
  };
  acts = new PostActions(feed, hands, new Strips(() => 'en', running.stop.signal), () => WORDS, saw);
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  clearAll();
});

const mounted = (): Mounted => {
  const found = feed.mountedOf(pair().host);
  if (!found) throw new Error('not mounted');
  return found;
};
const strip = () => document.querySelector(`[${FLOATING}]`)?.shadowRoot;
const bare = (text: string | null | undefined) => (text ?? '').replace(/\{\w+\}/g, '').trim();
const says = (words: string) =>
  until(() => expect(bare(strip()?.querySelector('.words')?.getAttribute('data-words'))).toContain(words));
const buttons = () => [...(strip()?.querySelectorAll('button') ?? [])];
const actions = () => buttons().map((one) => bare(one.ariaLabel));

describe('a share that the person’s own pace holds back', () => {
  const held = {
    until: 1_800_000_000_000,
    words: 'quiet hours',
    anyway: 'all the same',
    later: 'afterwards',
  };
  const press = async (words: string) => {
    await says('quiet hours');
    const button = buttons().find((one) => bare(one.ariaLabel) === words);
    button?.focus();
    await userEvent.keyboard('{Enter}');
  };
  beforeEach(() => {
    vi.spyOn(window, 'open').mockReturnValue({ opener: null } as Window);
    hands.share.mockResolvedValueOnce({ ok: true, value: { ok: false, reason: 'pace', held } });
  });

  it('opens nothing, and says so with both ways on', async () => {
    await acts.act('share', mounted(), null);
    await says('quiet hours');
    expect(actions()).toEqual(['all the same', 'afterwards']);
    expect(hands.share.mock.calls[0]?.[3]).toBe(false);
    expect(window.open).not.toHaveBeenCalled();
    expect(navigator.clipboard.writeText).not.toHaveBeenCalled();
  });

  it('goes out where they say so all the same, in that press', async () => {
    const prepared = { ...ready, window: 'https://x.com/intent/post' };
    hands.share.mockResolvedValueOnce({ ok: true, value: { ok: true, prepared } });
    await acts.act('share', mounted(), null);
    await press('all the same');
    await until(() => expect(hands.opened).toHaveBeenCalled());
    expect(hands.share.mock.calls.map((call) => call[3])).toEqual([false, true]);
    expect(window.open).toHaveBeenCalledOnce();
  });

  it('becomes a draft for when it may go out', async () => {
    await acts.act('share', mounted(), null);
    await press('afterwards');
    await says('set aside');
    const post = expect.objectContaining({ key: 'cards:a' });
    expect(hands.later).toHaveBeenCalledExactlyOnceWith(post, expect.any(Number), held.until);
    expect(hands.share).toHaveBeenCalledOnce();
  });
});

describe('keeping', () => {
  it('says that it is captured, with the way there and the way back', async () => {
    await acts.act('keep', mounted(), null);
    await says('feedKept');
    expect(actions()).toEqual(['feedOpen', 'feedUndo']);
    expect(hands.keep.mock.calls[0]?.slice(0, 2)).toEqual([
      'id1',
      expect.objectContaining({ key: 'cards:a', text: 'Words of a' }),
    ]);
    expect(hands.health).toHaveBeenCalledWith('partial', ['time'], expect.any(Number));
  });

  it('of a post that is captured already opens that one, and offers no undo', async () => {
    hands.keep.mockResolvedValueOnce({ ok: true, value: { ...kept, before: true } });
    await acts.act('keep', mounted(), null);
    await says('feedKeptAgain');
    expect(actions()).toEqual(['feedOpen']);
  });

  it('names what is missing', async () => {
    hands.keep.mockResolvedValueOnce({ ok: true, value: { ...kept, missing: ['time', 'handle'] } });
    await acts.act('keep', mounted(), null);
    await says('fieldTime');
    await says('fieldHandle');
    expect(strip()?.querySelector('.strip')?.role).toBe('alert');
  });

  it('pressed twice while it is under way happens once', async () => {
    await Promise.all([acts.act('keep', mounted(), null), acts.act('keep', mounted(), null)]);
    expect(hands.keep).toHaveBeenCalledOnce();
    expect(pair().keep.ariaBusy).toBeNull();
  });
});

describe('a press', () => {
  const press = { side: 'share', at: 0, by: 'key' } as const;

  it.each(['share', 'keep'] as const)(
    'that was not seen (%s) is asked apart, and does nothing',
    async (wish) => {
      saw.mockResolvedValueOnce(false);
      await acts.act(wish, mounted(), press);
      expect(hands.apart).toHaveBeenCalledExactlyOnceWith(wish, expect.objectContaining({ key: 'cards:a' }));
      expect(hands.share).not.toHaveBeenCalled();
      expect(hands.keep).not.toHaveBeenCalled();
      expect(pair().share.ariaBusy).toBeNull();
    },
  );

  it('that was seen is done', async () => {
    saw.mockResolvedValueOnce(true);
    await acts.act('share', mounted(), press);
    expect(hands.share).toHaveBeenCalledOnce();
    expect(hands.apart).not.toHaveBeenCalled();
  });

  it('that could not be opened apart is reported, with another try', async () => {
    saw.mockResolvedValueOnce(false);
    hands.apart.mockResolvedValueOnce({ ok: false, gone: false, detail: 'no window' });
    await acts.act('share', mounted(), press);
    await says('feedFailed no window');
    expect(actions()).toEqual(['feedTryAgain']);
  });
});

describe('a share by one click', () => {
  const related = { words: 'not theirs', change: 'it is theirs', changed: { employer: true, earns: false } };
  const prepared = { ...ready, related };
  const press = async (words: string) => {
    const button = buttons().find((one) => bare(one.ariaLabel) === words);
    button?.focus();
    await userEvent.keyboard('{Enter}');
  };
  beforeEach(() => void hands.share.mockResolvedValue({ ok: true, value: { ok: true, prepared } }));

  it('says which relation was taken, beside the ways back', async () => {
    await acts.act('share', mounted(), null);
    await says('feedCopied X');
    expect(actions()).toEqual(['feedUndo', 'feedEdit', 'it is theirs']);
    await until(() =>
      expect(strip()?.querySelector('.more span')?.getAttribute('data-words')).toBe('not theirs'),
    );
  });

  it('takes the other relation by one press, copied anew in that press', async () => {
    const again = { ...ready, id: 's2', text: 'other words' };
    hands.related.mockResolvedValueOnce({ ok: true, value: { ok: true, prepared: again } });
    await acts.act('share', mounted(), null);
    await says('feedCopied X');
    await press('it is theirs');
    await until(() => expect(navigator.clipboard.writeText).toHaveBeenLastCalledWith('other words'));
    const post = expect.objectContaining({ key: 'cards:a' });
    expect(hands.related).toHaveBeenCalledExactlyOnceWith(
      'id2',
      's1',
      post,
      { relation: related.changed },
      expect.any(Number),
    );
  });

  it('is taken back by one press', async () => {
    await acts.act('share', mounted(), null);
    await says('feedCopied X');
    await press('feedUndo');
    await says('feedTakenBack');
    expect(hands.unshare).toHaveBeenCalledExactlyOnceWith('s1', expect.any(Number));
  });

  it('asks in the sheet where nobody knows whose it is', async () => {
    hands.share.mockResolvedValueOnce({ ok: true, value: { ok: false, reason: 'relation' } });
    await acts.act('share', mounted(), null);
    expect(hands.sheet).toHaveBeenCalledOnce();
  });
});

describe('what goes wrong', () => {
  it('a post that the page removed under the press is reported, and nothing is captured', async () => {
    const gone = mounted();
    gone.root.remove();
    await acts.act('keep', gone, null);
    await says('feedRemoved');
    expect(hands.keep).not.toHaveBeenCalled();
  });

  it('a post that cannot be read is reported, and counted', async () => {
    document.querySelector('.time')?.removeAttribute('href');
    await acts.act('share', mounted(), null);
    await says('feedUnread');
    expect(hands.health).toHaveBeenCalledWith('unrecognised', ['url'], expect.any(Number));
    expect(hands.share).not.toHaveBeenCalled();
  });

  it('an extension that was replaced under the page asks for loading it again', async () => {
    hands.share.mockResolvedValueOnce({ ok: false, gone: true, detail: 'Extension context invalidated.' });
    await acts.act('share', mounted(), null);
    await says('feedGone');
    expect(actions()).toEqual(['feedReload']);
    expect(pair().share.ariaBusy).toBeNull();
  });

  it('a failure is shown with its reason, and can be tried again', async () => {
    hands.keep.mockResolvedValueOnce({ ok: false, gone: false, detail: 'disk full' });
    await acts.act('keep', mounted(), null);
    await says('feedFailed disk full');
    expect(actions()).toEqual(['feedTryAgain']);
  });

  it('a clipboard that is refused leaves a button that copies by a fresh press', async () => {
    vi.mocked(navigator.clipboard.writeText).mockRejectedValueOnce(new Error('NotAllowedError'));
    await acts.act('share', mounted(), null);
    await says('feedCopyRefused X');
    expect(actions()).toEqual(['feedCopyAgain', 'feedEdit']);
    expect(hands.opened).not.toHaveBeenCalled();
  });

  it('a window that is refused is reported, and not recorded as opened', async () => {
    const value = { ok: true as const, prepared: { ...ready, window: 'https://x.com/intent/post' } };
    hands.share.mockResolvedValueOnce({ ok: true, value });
    vi.spyOn(window, 'open').mockReturnValueOnce(null);
    await acts.act('share', mounted(), null);
    await says('feedPopupRefused X');
    expect(actions()).toEqual(['feedOpenAgain', 'feedEdit']);
    expect(hands.opened).not.toHaveBeenCalled();
    expect(navigator.clipboard.writeText).toHaveBeenCalledWith('words');
  });
});

describe('sharing', () => {
  it('puts the words on the clipboard, opens the window, and cuts what reaches back from it', async () => {
    const value = { ok: true as const, prepared: { ...ready, window: 'https://x.com/intent/post' } };
    hands.share.mockResolvedValueOnce({ ok: true, value });
    const opened = { opener: window } as unknown as Window;
    vi.spyOn(window, 'open').mockReturnValueOnce(opened);
    await acts.act('share', mounted(), null);
    await says('feedOpened X');
    expect(opened.opener).toBeNull();
    expect(hands.opened).toHaveBeenCalledWith('s1', expect.any(Number));
  });

  it.each(['instance', 'over'])('that lacks something (%s) goes on in the sheet', async (reason) => {
    hands.share.mockResolvedValueOnce({ ok: true, value: { ok: false, reason } });
    await acts.act('share', mounted(), null);
    expect(hands.sheet).toHaveBeenCalledOnce();
  });
});
