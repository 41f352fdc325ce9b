import { finished, settled } from '../../../src/workspace/idb.ts';

/** The tables and indexes of version 1, as the first build declared them. Written down, since its code is gone. */
const FIRST_STORES: Record<string, { key: string; indexes: readonly { name: string; unique: boolean }[] }> = {
  events: {
    key: 'id',
    indexes: [
      { name: 'at', unique: false },
      { name: 'about', unique: false },
    ],
  },
  rollups: { key: 'day', indexes: [] },
  marks: { key: 'post', indexes: [] },
  links: {
    key: 'id',
    indexes: [
      { name: 'at', unique: false },
      { name: 'post', unique: false },
    ],
  },
  drafts: { key: 'post', indexes: [{ name: 'at', unique: false }] },
  captures: {
    key: 'id',
    indexes: [
      { name: 'post', unique: true },
      { name: 'at', unique: false },
    ],
  },
  media: { key: 'hash', indexes: [] },
  health: { key: 'key', indexes: [] },
  settings: { key: 'name', indexes: [] },
};

const AT = 1_789_000_000_000;
const DAY = Math.floor(AT / 86_400_000);
const read = {
  key: 'x:1',
  site: 'x',
  kind: 'post',
  url: 'https://x.com/aoi/status/1',
  title: '',
  author: { name: 'あおい', handle: '@aoi', url: 'https://x.com/aoi' },
  text: '夕凪の感想',
  lang: 'ja',
  time: AT - 1000,
  links: ['https://asahi.example/'],
  media: [{ kind: 'image', url: 'https://x.com/1.png', alt: '', width: 40, height: 30 }],
  counts: { likes: { shown: '1.2万', value: 12_000, exact: false } },
  quotes: null,
  answers: null,
  capped: [],
  recipe: { id: 'x', version: 1 },
  status: 'partial',
  missing: ['handle'],
};
const disclosure = {
  rule: 'JP',
  version: 1,
  text: '【PR】',
  reworded: false,
  removed: '',
  hash: 'a'.repeat(64),
};

/** A row or two of every table, in the form of version 1. */
export const FIRST_ROWS: Record<string, object[]> = {
  events: [
    {
      id: 'c-capture-0001',
      at: AT,
      day: DAY,
      type: 'captured',
      site: 'x',
      place: 'x.com',
      channel: '',
      post: 'x:1',
      about: 'capture-0001',
      title: '夕凪',
      undone: 0,
    },
    {
      id: 'event-0001',
      at: AT,
      day: DAY,
      type: 'prepared',
      site: 'x',
      place: 'x.com',
      channel: 'line',
      post: 'x:1',
      about: 'link-0001',
      title: '夕凪',
      undone: 0,
    },
    {
      id: 'event-0002',
      at: AT + 5,
      day: DAY,
      type: 'opened',
      site: 'x',
      place: 'x.com',
      channel: 'line',
      post: 'x:1',
      about: 'link-0001',
      title: '夕凪',
      undone: AT + 9,
    },
  ],
  rollups: [{ day: DAY, counts: { 'captured||x': 1, 'prepared|line|x': 1 } }],
  marks: [{ post: 'x:1', shared: 1, kept: 1 }],
  links: [
    {
      id: 'link-0001',
      at: AT,
      code: '7kq2m4x9',
      target: 'https://asahi.example/',
      url: 'https://asahi.example/?ref=7kq2m4x9',
      post: 'x:1',
      site: 'x',
      place: 'x.com',
      channel: 'line',
      title: '夕凪',
      words: 'おすすめ',
      final: '【PR】おすすめ',
      disclosure,
      undone: 0,
    },
  ],
  drafts: [
    {
      post: 'x:2',
      at: AT,
      channel: 'x',
      target: 'https://asahi.example/',
      words: 'まだ',
      disclosure: null,
      removed: '',
    },
  ],
  captures: [
    {
      id: 'capture-0001',
      post: 'x:1',
      at: AT,
      read,
      looks: [{ at: AT, counts: read.counts, text: read.text }],
      pictures: [{ url: 'https://x.com/1.png', state: 'stored', hash: 'b'.repeat(64) }],
      tags: ['味'],
      note: 'メモ',
      rights: 'unasked',
      event: 'c-capture-0001',
      undone: 0,
    },
  ],
  media: [
    {
      hash: 'b'.repeat(64),
      type: 'image/png',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      at: AT,
    },
  ],
  health: [
    {
      key: 'x@1',
      site: 'x',
      version: 1,
      full: 4,
      partial: 1,
      unrecognised: 0,
      missing: { handle: 1 },
      since: AT,
      last: AT,
    },
  ],
  settings: [
    {
      name: 'profile',
      value: {
        name: '',
        company: 'あさひ珈琲',
        code: '7kq2m4x9',
        country: 'JP',
        language: 'ja',
        welcomed: AT,
      },
    },
    { name: 'share', value: { channels: ['line', 'x'], instance: '' } },
  ],
};

/** Writes such a diary by the browser's own calls: Dexie's version 1 is 10 on the disk. */
export async function writeFirstDiary(name: string): Promise<void> {
  const request = indexedDB.open(name, 10);
  request.onupgradeneeded = () => {
    for (const [table, { key, indexes }] of Object.entries(FIRST_STORES)) {
      const store = request.result.createObjectStore(table, { keyPath: key });
      for (const index of indexes) store.createIndex(index.name, index.name, { unique: index.unique });
    }
  };
  const database = await settled(request);
  const transaction = database.transaction(Object.keys(FIRST_STORES), 'readwrite');
  for (const [table, rows] of Object.entries(FIRST_ROWS)) {
    for (const row of rows) transaction.objectStore(table).put(row);
  }
  await finished(transaction);
  database.close();
}
