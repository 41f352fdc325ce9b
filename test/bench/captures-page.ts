import { dayOf, type Event } from '../../src/activity/event.ts';
import { events } from '../../src/activity/events.ts';
import { ARCHIVED } from '../../src/app/archived.ts';
import { TABLES } from '../../src/app/declared.ts';
import { exportAll } from '../../src/archive/export.ts';
import { importAll } from '../../src/archive/import.ts';
import type { Capture, Medium } from '../../src/capture/capture.ts';
import { captures, media } from '../../src/capture/tables.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/open.ts';

const HOUR = 3_600_000;
const SITES = ['x', 'bluesky', 'mastodon', 'reddit'] as const;
const TAGS = ['味の感想', '店の様子', '贈り物', '口味', '包装', 'taste', 'gift', 'packaging'];
const PICTURES = 300;

/** Invented sentences of customers, by language; each post takes some of them. */
const SENTENCES = {
  ja: [
    '駅前のカフェで「夕凪」の深煎りを飲みました。',
    'くるみとカラメルの香りがして、後味がとても長いです。',
    '週末に友だちと行って、焼き菓子も頼みました。',
    '京都の店は静かで、本を読むのにちょうどよかった。',
    'ﾊﾟｯｹｰｼﾞが新しくなって、贈り物にも選びやすくなりました。',
    '冷めてからのほうが甘く感じました。また買います。',
  ],
  'zh-CN': [
    '在车站旁边的咖啡馆喝了“夕凪”深烘。',
    '有核桃和焦糖的香气，回味很长。',
    '周末和朋友一起去的，点心也很好吃。',
    '京都的店很安静，适合看书。',
    '包装换新了，送礼也合适。',
    '放凉以后更甜，还会再买。',
  ],
  en: [
    'Had the Yūnagi dark roast at the café by the station.',
    'Walnut and caramel, with a finish that stays for a long while.',
    'Went with friends on Saturday and tried the crème tart too.',
    'The shop in Kyoto is quiet, just right for reading.',
    'The new packaging makes it an easy gift.',
    'It gets sweeter as it cools. Will buy again.',
  ],
} as const;
const LANGUAGES = ['ja', 'zh-CN', 'en'] as const;
const AUTHORS = ['あおい', '山本 ゆう', 'Maria Silva', '小林珈琲', '陈晓明', 'Zoë Brandt'];

const numbered = (prefix: string, i: number) => `${prefix}-${String(i).padStart(7, '0')}`;
const pick = <Item>(list: readonly Item[], n: number): Item => list[n % list.length] as Item;

/** An invented capture: the same number gives the same one. The number stands in its text, so that one can be found. */
function captureAt(i: number, now: number, pictures: readonly Medium[]): Capture {
  const at = now - i * HOUR;
  const [site, lang] = [pick(SITES, i), pick(LANGUAGES, i)];
  const id = numbered('bench', i);
  const text = `${[0, 1, 2].map((n) => pick(SENTENCES[lang], i * 7 + n * 5)).join('')} ${numbered('no', i)}`;
  const picture = i % 4 === 0 ? pictures[i % pictures.length] : undefined;
  const url = `https://${site}.example/posts/${i}`;
  const counts = { likes: { shown: String(i % 900), value: i % 900, exact: true } };
  return {
    id,
    post: `${site}:${i}`,
    at,
    read: {
      key: `${site}:${i}`,
      site,
      kind: 'post',
      url,
      title: '',
      author: {
        name: pick(AUTHORS, i),
        handle: `@author${i % 700}`,
        url: `https://${site}.example/a/${i % 700}`,
      },
      text,
      lang,
      time: at - HOUR,
      links: ['https://asahi-coffee.example/yunagi'],
      media: picture ? [{ kind: 'image', url: `${url}.png`, alt: 'カップ', width: 320, height: 240 }] : [],
      counts,
      quotes: null,
      answers: null,
      capped: [],
      recipe: { id: site, version: 3 },
      status: i % 50 === 0 ? 'partial' : 'full',
      missing: i % 50 === 0 ? ['time'] : [],
    },
    looks: [{ at, counts, text }],
    pictures: picture ? [{ url: `${url}.png`, state: 'stored', hash: picture.hash }] : [],
    tags: i % 3 === 0 ? [pick(TAGS, i), pick(TAGS, i + 3)] : [],
    note: i % 10 === 0 ? '許可を頼む。返事待ち' : '',
    rights: 'unasked',
    event: `c-${id}`,
    undone: 0,
  };
}

function eventOf({ id, at, post, read, event }: Capture): Event {
  const place = new URL(read.url).host;
  const title = read.text.slice(0, 120);
  const day = dayOf(at);
  return {
    id: event,
    at,
    day,
    type: 'captured',
    site: read.site,
    place,
    channel: '',
    post,
    about: id,
    title,
    undone: 0,
  };
}

/** A real picture of one colour, under the hash of its bytes. */
async function pictureAt(i: number, now: number): Promise<Medium> {
  const canvas = new OffscreenCanvas(320, 240);
  const draw = canvas.getContext('2d');
  if (!draw) throw new Error('no canvas');
  draw.fillStyle = `hsl(${i * 1.2} 40% 60%)`;
  draw.fillRect(0, 0, 320, 240);
  draw.fillStyle = '#211f1c';
  draw.fillText(String(i), 20, 40);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { hash, type: 'image/png', bytes, at: now };
}

/** Rows in one transaction of the engine's own, not flushed one by one: filling is not what is measured. */
function addAll(db: IDBDatabase, store: string, rows: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, 'readwrite', { durability: 'relaxed' });
    for (const row of rows) transaction.objectStore(store).put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** A row as text, whatever order its fields are in. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

async function rowsAsText(workspace: Workspace): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  await workspace.rows(captures).each((row) => void rows.set(row.id, textOf(row)));
  return rows;
}

let before = new Map<string, string>();
let archive = new Blob();

/** What the bench does inside an extension page, with the product's own code over the product's own tables. */
const bench = {
  /** Fills the diary with so many captures, their events and some pictures. */
  async fill(total: number): Promise<void> {
    const workspace = openWorkspace(TABLES);
    const now = Date.now();
    await workspace.diary.open();
    const db = workspace.diary.backendDB();
    const pictures: Medium[] = [];
    for (let i = 0; i < PICTURES; i += 1) pictures.push(await pictureAt(i, now));
    await addAll(db, media.name, pictures);
    for (let from = 0; from < total; from += 2000) {
      const rows = Array.from({ length: Math.min(2000, total - from) }, (_, i) =>
        captureAt(from + i, now, pictures),
      );
      await addAll(db, captures.name, rows);
      await addAll(db, events.name, rows.map(eventOf));
    }
    workspace.close();
  },

  /** Seconds that taking everything away takes. */
  async take(): Promise<number> {
    const workspace = openWorkspace(TABLES);
    before = await rowsAsText(workspace);
    const began = performance.now();
    const options = {
      at: Date.now(),
      app: 'bench',
      language: 'en',
      words: (key: string, ..._values: unknown[]) => key,
    };
    archive = (await exportAll(workspace, ARCHIVED, options)).blob;
    const took = (performance.now() - began) / 1000;
    workspace.close();
    return took;
  },

  /** Empties the diary, brings everything back: the seconds that takes, and how many captures differ from before. */
  async bring(): Promise<{ seconds: number; lost: number }> {
    const workspace = openWorkspace(TABLES);
    for (const table of TABLES) await workspace.diary.table(table.name).clear();
    if ((await workspace.rows(captures).count()) > 0) throw new Error('the diary is not empty');
    const began = performance.now();
    const outcome = await importAll(workspace, ARCHIVED, archive);
    const seconds = (performance.now() - began) / 1000;
    if (!outcome.ok) throw new Error(`the import was refused: ${JSON.stringify(outcome.refusal)}`);
    const after = await rowsAsText(workspace);
    workspace.close();
    const differ = [...before].filter(([id, text]) => after.get(id) !== text).length;
    return { seconds, lost: differ + [...after.keys()].filter((id) => !before.has(id)).length };
  },
};

declare global {
  var musubiCaptures: typeof bench;
}
globalThis.musubiCaptures = bench;
