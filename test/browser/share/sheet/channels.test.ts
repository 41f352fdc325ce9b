import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { dayOf } from '../../../../src/activity/event.ts';
import { events } from '../../../../src/activity/events.ts';
import { rollups } from '../../../../src/activity/rollup.ts';
import { CHANNELS } from '../../../../src/share/channels/index.ts';
import { drafts, shares } from '../../../../src/share/tables.ts';
import { until } from '../../stage.tsx';
import {
  allChannels,
  aPost,
  area,
  background,
  buttonNamed,
  dialog,
  feedPage,
  host,
  leave,
  main,
  note,
  one,
  opening,
  outside,
  press,
  previewed,
  scene,
  square,
} from '../foreign-page.ts';

const here = scene();
const storedShares = () => here.workspace.rows(shares).toArray();

const names = () => [...dialog().querySelectorAll('.others .channel-name')].map((name) => name.textContent);

describe('channels', () => {
  test('the person’s come first in their order, the rest behind …', async () => {
    await background({ preferences: { channels: ['bluesky', 'x', 'gone-network'], instance: '' } });
    await opening(aPost(), here.near);
    const shown = () =>
      [...dialog().querySelectorAll<HTMLInputElement>('.channels input')].map(({ value }) => value);
    expect(shown()).toEqual(['bluesky', 'x']);
    expect(square('bluesky').checked).toBe(true);
    await allChannels();
    const usable = CHANNELS.map(({ id }) => id).filter((id) => id !== 'system');
    expect(shown().sort()).toEqual(usable.sort());
    await press(buttonNamed('ほかの共有先'));
    await until(() => expect(shown()).toEqual(['bluesky', 'x']));
  });

  test('Mastodon asks for the instance, and remembers it', async () => {
    await opening(aPost(), here.near);
    await allChannels();
    square('mastodon').click();
    await until(() => expect(main().textContent).toBe('サーバーを入力'));
    await userEvent.fill(one('[data-field=instance]'), 'nowhere');
    await until(() => expect(one('.wrong').textContent).toContain('mastodon.example'));
    await userEvent.fill(one('[data-field=instance]'), '@me@Fedi.Example');
    await press(main());
    await until(() => expect(here.out.windows[0]).toMatch(/^https:\/\/fedi\.example\/share\?text=/));
    leave();
    here.near = feedPage();
    here.out = outside();
    await opening(aPost(), here.near);
    await allChannels();
    square('mastodon').click();
    await until(() => expect(one('.aside span').textContent).toBe('fedi.example'));
    expect(dialog().querySelector('[data-field=instance]')).toBeNull();
  });

  test('the QR code is a share of its own, and leaves the words unsent', async () => {
    await opening(aPost(), here.near);
    await userEvent.fill(area(), 'まだ送らない');
    await press(buttonNamed('QRコード'));
    await until(() => void one('.qr svg'));
    expect((await storedShares()).map(({ url }) => url)[0]).toContain('utm_source=qr');
    await userEvent.keyboard('{Escape}');
    await until(() => expect(host()).toBeNull());
    expect((await here.workspace.rows(drafts).toArray()).map(({ words }) => words)).toEqual(['まだ送らない']);
  });
});

describe('the others', () => {
  test('are found by their name in any language, and are chosen by it', async () => {
    await opening(aPost(), here.near);
    await allChannels();
    await userEvent.fill(one('[data-field=places]'), 'ｗｅｉｂｏ');
    await until(() => expect(names()).toEqual(['Weibo（微博）']));
    await press(square('weibo'));
    await until(() => expect(main().textContent).toBe('Weibo（微博）で開く'));
    expect(previewed()).toMatch(/^广告/);
    await userEvent.fill(one('[data-field=places]'), '銀河');
    await until(() => expect(one('.others [role=status]').textContent).toBe('その名前の共有先はありません'));
  });

  test('the one that is chosen stays in sight when they are folded away', async () => {
    await opening(aPost(), here.near);
    await allChannels();
    square('telegram').click();
    await press(buttonNamed('ほかの共有先'));
    await until(() => expect(dialog().querySelector('.others')).toBeNull());
    expect(square('telegram').checked).toBe(true);
  });
});

describe('an instance', () => {
  test('is remembered for each network by itself', async () => {
    await background({ preferences: { channels: ['mastodon', 'misskey'], instance: 'old.example' } });
    await opening(aPost(), here.near);
    await until(() => expect(one('.aside span').textContent).toBe('old.example'));
    square('misskey').click();
    await until(() => expect(main().textContent).toBe('サーバーを入力'));
    await userEvent.fill(one('[data-field=instance]'), 'note.example');
    square('mastodon').click();
    await until(() => expect(one('.aside span').textContent).toBe('old.example'));
    square('misskey').click();
    await until(() => expect(main().textContent).toBe('Misskeyで開く'));
    await press(main());
    await until(() => expect(here.out.windows[0]).toMatch(/^https:\/\/note\.example\/share\?text=/));
  });
});

describe('a network without a share window', () => {
  const pictures = ['one', 'two'].map((name) => ({
    kind: 'image' as const,
    url: `https://pic.example/${name}.jpg`,
    alt: '',
    width: 800,
    height: 600,
  }));

  test('opens the page for a post with the words copied, and offers the pictures', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
      if (String(url).endsWith('two.jpg')) throw new TypeError('CORS');
      return new Response(new Blob(['picture'], { type: 'image/jpeg' }));
    });
    await opening(aPost({ media: pictures }), here.near);
    await allChannels();
    square('xiaohongshu').click();
    await until(() => expect(main().textContent).toBe('小紅書（RED）を開く'));
    expect(one('.sheet-body > .caption').textContent).toContain('投稿ページを開き');
    await press(buttonNamed('画像1を保存'));
    await until(() => expect(note()).toContain('画像1をダウンロードに保存しました'));
    await press(buttonNamed('画像2を保存'));
    await until(() => expect(note()).toContain('別のタブで開きました'));
    expect(here.out.windows).toEqual(['https://pic.example/two.jpg']);
    await press(main());
    await until(() =>
      expect(here.out.windows[1]).toBe('https://creator.xiaohongshu.com/publish/publish?target=image'),
    );
    expect(here.out.copied).toEqual([previewed()]);
    await until(() => expect(note()).toContain('貼り付けてください'));
  });

  test('says where the post has no picture', async () => {
    await opening(aPost(), here.near);
    await allChannels();
    square('instagram').click();
    await until(() => expect(one('.line:has(.pictures), .sheet-body').textContent).toContain('自分のものを'));
    expect(dialog().querySelector('.pictures')).toBeNull();
  });
});

test('WeChat: the words are copied and the link is shown as a code, in one share', async () => {
  await opening(aPost(), here.near);
  await allChannels();
  square('wechat').click();
  await until(() => expect(main().textContent).toBe('コピーしてQRコードを表示'));
  await press(main());
  await until(() => void one('.qr svg'));
  expect(one('.qr .caption').textContent).toContain('WeChatで読み取り');
  expect(here.out.copied).toEqual([previewed()]);
  expect((await storedShares()).map(({ channel }) => channel)).toEqual(['wechat']);
  expect(here.out.windows).toEqual([]);
  square('x').click();
  await until(() => expect(dialog().querySelector('.qr')).toBeNull());
});

describe('the share sheet of the system', () => {
  /** A browser that has one, and what it answers. */
  function withSystem(share: (data?: ShareData) => Promise<void>): void {
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    Object.defineProperty(navigator, 'canShare', {
      value: (data?: ShareData) => typeof data?.text === 'string',
      configurable: true,
    });
  }
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'share');
    Reflect.deleteProperty(navigator, 'canShare');
  });

  async function choosing(): Promise<void> {
    await opening(aPost(), here.near);
    await allChannels();
    square('system').click();
    await until(() => expect(main().textContent).toBe('アプリを選んで共有…'));
    await press(main());
  }
  const types = async () => (await here.workspace.rows(events).toArray()).map(({ type }) => type).sort();

  test('gets all of it as text, in our order', async () => {
    const given: unknown[] = [];
    withSystem(async (data) => void given.push(data));
    await choosing();
    await until(() => expect(note()).toContain('選んだアプリに渡しました'));
    expect(given).toEqual([{ text: previewed() }]);
    await until(async () => expect(await types()).toEqual(['opened', 'prepared']));
  });

  test('closed by the person is no error, and no opened share', async () => {
    withSystem(() => Promise.reject(new DOMException('no', 'AbortError')));
    await choosing();
    await until(() => expect(note()).toContain('どのアプリにも渡していません'));
    expect(await types()).toEqual(['prepared']);
    expect(one('.note').dataset.tone).toBe('done');
  });

  test('refused is reported', async () => {
    withSystem(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await choosing();
    await until(() => expect(note()).toContain('開けませんでした'));
    expect(one('.note').dataset.tone).toBe('warn');
  });
});

describe('what worked for the person', () => {
  const day = (opened: Record<string, number>) => ({
    day: dayOf(Date.now()) - 3,
    counts: Object.fromEntries(Object.entries(opened).map(([id, n]) => [`opened|${id}|x`, n])),
  });

  test('is shown in one line, and taken by a press', async () => {
    await here.workspace.put(rollups, day({ line: 4, x: 2 }));
    await opening(aPost(), here.near);
    expect(square('x').checked).toBe(true);
    expect(one('[data-suggestion] span').textContent).toBe(
      'ここからの共有はLINEがいちばん多く、この半年で6回のうち4回です。',
    );
    await press(one('[data-suggestion] button'));
    await until(() => expect(square('line').checked).toBe(true));
    expect(dialog().querySelector('[data-suggestion]')).toBeNull();
  });

  test('is not shown for too few', async () => {
    await here.workspace.put(rollups, day({ line: 4 }));
    await opening(aPost(), here.near);
    expect(dialog().querySelector('[data-suggestion]')).toBeNull();
  });
});

test('a text message is counted in messages', async () => {
  await opening(aPost(), here.near);
  await allChannels();
  square('sms').click();
  await until(() => expect(one('.meter').textContent).toMatch(/\d \/ 10通/));
  await userEvent.fill(one('textarea'), 'あ'.repeat(900));
  await until(() => expect(main().textContent).toMatch(/\d+通分減らす$/));
});
