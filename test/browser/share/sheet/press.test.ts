import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { events } from '../../../../src/activity/events.ts';
import { CHANNELS } from '../../../../src/share/channels/index.ts';
import { shares } from '../../../../src/share/tables.ts';
import { until } from '../../stage.tsx';
import {
  allChannels,
  aPost,
  area,
  background,
  buttonNamed,
  dialog,
  main,
  note,
  one,
  opening,
  press,
  previewed,
  scene,
  square,
} from '../foreign-page.ts';

const here = scene();
const storedShares = () => here.workspace.rows(shares).toArray();

describe('what will be posted', () => {
  test('comes first, with the disclosure marked and the link', async () => {
    await opening(aPost(), here.near);
    expect(previewed()).toBe(
      '【PR】あさひ珈琲社員\nhttps://asahi-coffee.example/yunagi?utm_source=x&utm_medium=social&utm_campaign=musubi&utm_content=x&ref=k7q2m9xa#beans',
    );
    expect(one('mark.disclosed').textContent).toBe('【PR】あさひ珈琲社員');
    expect(dialog().querySelector('.sheet-body')?.firstElementChild).toBe(one('.preview'));
  });

  /** Without those that show a code of its own, or hand over to a program that no test has. */
  const every = CHANNELS.filter(({ id }) => !['qr', 'email', 'sms', 'system'].includes(id));

  test('is what the clipboard holds and the diary keeps, for every channel', async () => {
    await background({
      preferences: { instance: 'mastodon.example', instances: { misskey: 'misskey.example' } },
    }).then((made) => {
      here.workspace = made;
    });
    await opening(aPost(), here.near);
    await allChannels();
    await userEvent.fill(area(), '夕凪、試飲しました。\n朝より夜に合う一杯です。');
    for (const channel of every) {
      square(channel.id).click();
      await until(() => expect(previewed()).toContain(`utm_source=${channel.utmSource}`));
      const shown = previewed();
      const before = here.out.copied.length;
      await press(main());
      await until(() => expect(here.out.copied.length).toBe(before + 1));
      expect(here.out.copied.at(-1)).toBe(shown);
      await until(() => expect(note()).not.toBe(''));
    }
    expect((await storedShares()).map((link) => link.final).sort()).toEqual([...here.out.copied].sort());
    expect(here.out.windows).toHaveLength(
      every.filter(({ opens }) => opens === 'window' || opens === 'creator').length,
    );
  });

  test('follows the target: the post itself has no outgoing link', async () => {
    await opening(aPost({ links: [] }), here.near);
    expect(previewed()).toContain('https://x.com/asahi_coffee/status/1859999000000000001?utm_source=x');
  });
});

describe('the press', () => {
  test('records once, copies, opens the window and says so; again with the same choice is the same share', async () => {
    await opening(aPost(), here.near);
    expect(main().textContent).toBe('Xで開く');
    await press(main());
    await until(() => expect(note()).toContain('投稿画面を開きました'));
    await press(main());
    await until(() => expect(here.out.windows).toHaveLength(2));
    expect(await storedShares()).toHaveLength(1);
    await until(async () =>
      expect((await here.workspace.rows(events).toArray()).map(({ type }) => type).sort()).toEqual([
        'opened',
        'prepared',
      ]),
    );
    await userEvent.fill(area(), 'ほかのことば');
    await press(main());
    await until(async () => expect(await storedShares()).toHaveLength(2));
  });

  test('says where the words go by the clipboard alone', async () => {
    await opening(aPost(), here.near);
    square('linkedin').click();
    await until(() => expect(one('.sheet-body > .caption').textContent).toContain('LinkedIn'));
    await press(main());
    await until(() => expect(note()).toContain('貼り付けてください'));
  });

  test('a refused pop-up is reported, and a fresh press opens it', async () => {
    here.out.allow.popup = false;
    await opening(aPost(), here.near);
    await press(main());
    await until(() => expect(note()).toContain('止めました'));
    expect(await here.workspace.rows(events).toArray()).toHaveLength(1);
    here.out.allow.popup = true;
    await press(one('.note button'));
    await until(() => expect(here.out.windows).toHaveLength(1));
    expect(await storedShares()).toHaveLength(1);
    await until(async () => expect(await here.workspace.rows(events).toArray()).toHaveLength(2));
  });

  test('a refused clipboard is reported, and a fresh press copies', async () => {
    here.out.allow.clipboard = false;
    await opening(aPost(), here.near);
    await press(buttonNamed('コピー'));
    await until(() => expect(note()).toContain('許可しませんでした'));
    here.out.allow.clipboard = true;
    await press(one('.note button'));
    await until(() => expect(here.out.copied).toEqual([previewed()]));
  });

  test('a click that the page makes by script does nothing', async () => {
    await opening(aPost(), here.near);
    main().click();
    buttonNamed('コピー').click();
    await press(buttonNamed('QRコード'));
    await until(() => void one('.qr svg'));
    expect((await storedShares()).map(({ channel }) => channel)).toEqual(['qr']);
    expect(here.out.windows).toEqual([]);
  });

  test('Control and Enter is the press too', async () => {
    await opening(aPost(), here.near);
    await userEvent.click(area());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await until(() => expect(here.out.windows).toHaveLength(1));
  });
});
