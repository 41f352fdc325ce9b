import {
  AT,
  badCapture,
  beside,
  capture,
  changed,
  cutAt,
  deep,
  events,
  flipped,
  good,
  type Hostile,
  line,
  manifest,
  medium,
  named,
  PNG,
  raw,
  row,
  SVG,
} from './made-archives.ts';
import { BADLY_REPACKED, REPACKED } from './repacked.ts';
import { archiveOf, zipOf } from './zips.ts';

/** What is wrong with the zip itself. */
const ZIPS: Hostile[] = [
  { what: 'an empty file', reason: 'empty', make: () => new Uint8Array() },
  { what: 'one byte', reason: 'notZip', make: () => Uint8Array.of(80) },
  { what: 'plain text', reason: 'notZip', make: () => Buffer.from('id,at,text\r\n1,2,3') },
  { what: 'a page', reason: 'notZip', make: () => Buffer.from('<!doctype html><script>alert(1)</script>') },
  { what: 'a picture', reason: 'notZip', make: () => PNG },
  { what: 'a gzip file', reason: 'notZip', make: () => Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3) },
  { what: 'a RAR file', reason: 'notZip', make: () => Buffer.from('Rar!\x1a\x07\x00') },
  {
    what: 'something put before the zip',
    reason: 'notZip',
    make: () => Buffer.concat([Buffer.from('MZ\x90\x00'), good()]),
  },
  { what: 'a zip cut in half', reason: 'truncated', make: () => cutAt(good(), 0.5) },
  { what: 'a zip without its last byte', reason: 'truncated', make: () => good().subarray(0, -1) },
  { what: 'only the beginning of a zip', reason: 'truncated', make: () => good().subarray(0, 12) },
  {
    what: 'something after the zip',
    reason: 'truncated',
    make: () => Buffer.concat([good(), Buffer.from('tail')]),
  },
  {
    what: 'a directory that counts more files than it has',
    reason: 'damaged',
    make: () => zipOf([{ name: 'manifest.json' }], { count: 9 }),
  },
  {
    what: 'a directory that counts fewer files',
    reason: 'damaged',
    make: () => zipOf([{ name: 'a' }, { name: 'manifest.json' }], { count: 1 }),
  },
  {
    what: 'a zip64',
    reason: 'unsupported',
    make: () => zipOf([{ name: 'manifest.json' }], { count: 0xffff }),
  },
  { what: 'an unknown way of packing', reason: 'unsupported', make: () => beside('x.bin', { method: 14 }) },
  { what: 'an encrypted file', reason: 'encrypted', make: () => beside('x.txt', { flags: 1 }) },
  { what: 'a strongly encrypted file', reason: 'encrypted', make: () => beside('x.txt', { flags: 0x40 }) },
  { what: 'an encrypted directory', reason: 'encrypted', make: () => beside('x.txt', { flags: 0x2000 }) },
  { what: 'a symlink', reason: 'path', make: () => beside('data/link', { mode: 0o120777 }) },
  { what: 'a device', reason: 'path', make: () => beside('data/device', { mode: 0o020666 }) },
  {
    what: 'two files of one name',
    reason: 'damaged',
    make: () => changed((all) => [...all, ...all.slice(0, 1)]),
  },
  {
    what: 'files that share their bytes',
    reason: 'bomb',
    make: () => changed((all) => all.map((file, i) => ({ ...file, from: i === 1 ? 4 : 0 }))),
  },
  {
    what: 'a local header that names another file',
    reason: 'damaged',
    make: () =>
      changed((all) =>
        all.map((f) => (f.name === 'data/events.ndjson' ? { ...f, localName: 'data/eventz.ndjson' } : f)),
      ),
  },
  { what: 'a flipped byte in the packed rows', reason: 'damaged', make: () => flipped(good(), 30 + 18 + 3) },
  {
    what: 'a file that unpacks to a thousand times its size',
    reason: 'bomb',
    make: () => events(' '.repeat(6_000_000)),
  },
  {
    what: 'a file that unpacks to more than it says',
    reason: 'bomb',
    make: () =>
      archiveOf({
        tables: { events: [line()] },
        change: (all) => all.map((f) => (f.name === 'manifest.json' ? { ...f, bytes: 40 } : f)),
      }),
  },
  {
    what: 'a file that unpacks to less than it says',
    reason: 'damaged',
    make: () =>
      archiveOf({
        tables: { events: [line()] },
        change: (all) => all.map((f) => (f.name === 'manifest.json' ? { ...f, bytes: 90_000 } : f)),
      }),
  },
  {
    what: 'a manifest of a hundred megabytes',
    reason: 'bomb',
    make: () =>
      changed((all) => all.map((f) => (f.name === 'manifest.json' ? { ...f, bytes: 100_000_000 } : f))),
  },
];

const PATHS: Hostile[] = [
  named('../evil.txt'),
  named('data/../../evil.txt'),
  named('/etc/passwd'),
  named('C:/windows/evil.txt'),
  named('data\\evil.txt'),
  named('..\\evil.txt'),
  named('data//evil.txt'),
  named('./evil.txt'),
  named('CON'),
  named('data/nul.txt'),
  named('com1.json'),
  named('evil\u0000.txt', 'with a NUL'),
  named('evil\n.txt', 'with a line break'),
  named('ｅvil.txt', 'in letters that only look like ours'),
  named('evil.txt.', 'with a dot at its end'),
  named(`${'a'.repeat(220)}.txt`, 'by 220 letters'),
  named('a?b.txt'),
];

/** A zip that is fine, and not ours; or ours, and not what its manifest says. */
const CONTENTS: Hostile[] = [
  { what: 'an empty zip', reason: 'foreign', make: () => zipOf([]) },
  {
    what: 'a document',
    reason: 'foreign',
    make: () => zipOf([{ name: '[Content_Types].xml', data: '<a/>' }, { name: 'word/document.xml' }]),
  },
  {
    what: 'the archive of a network',
    reason: 'foreign',
    make: () => zipOf([{ name: 'data/tweets.js', data: 'window.YTD' }]),
  },
  {
    what: 'another extension',
    reason: 'foreign',
    make: () => zipOf([{ name: 'manifest.json', data: '{"manifest_version":3}' }, { name: 'background.js' }]),
  },
  {
    what: 'a zip in a zip',
    reason: 'foreign',
    make: () => zipOf([{ name: 'musubi.zip', data: good(), method: 0 }]),
  },
  {
    what: 'two thousand other files',
    reason: 'foreign',
    make: () => zipOf(Array.from({ length: 2000 }, (_, i) => ({ name: `f/${i}.txt` }))),
  },
  {
    what: 'a manifest that is no JSON',
    reason: 'manifest',
    make: () => zipOf([{ name: 'manifest.json', data: '{"format":' }]),
  },
  {
    what: 'a manifest that is no UTF-8',
    reason: 'manifest',
    make: () => zipOf([{ name: 'manifest.json', data: Uint8Array.of(0xff, 0xfe, 0x7b) }]),
  },
  {
    what: 'a manifest that is a list',
    reason: 'foreign',
    make: () => zipOf([{ name: 'manifest.json', data: '[]' }]),
  },
  {
    what: 'a manifest with __proto__',
    reason: 'manifest',
    make: () => zipOf([{ name: 'manifest.json', data: '{"__proto__":{"format":"musubi-archive"}}' }]),
  },
  { what: 'a manifest without tables', reason: 'manifest', make: () => manifest({ tables: null }) },
  { what: 'a manifest from the year 300,000', reason: 'manifest', make: () => manifest({ at: 9e15 }) },
  { what: 'a newer layout', reason: 'newer', make: () => manifest({ version: 2 }) },
  { what: 'a newer diary', reason: 'newer', make: () => manifest({ diary: 99 }) },
  {
    what: 'a table that we do not have',
    reason: 'manifest',
    make: () => archiveOf({ tables: { users: ['{}'] } }),
  },
  {
    what: 'rollups, which are never carried',
    reason: 'manifest',
    make: () => archiveOf({ tables: { rollups: ['{"day":1,"counts":{}}'] } }),
  },
  {
    what: 'a table that is named twice',
    reason: 'manifest',
    make: () =>
      manifest({
        tables: [1, 2].map(() => ({ name: 'events', file: 'data/events.ndjson', schema: '', rows: 1 })),
      }),
  },
  {
    what: 'a file that is named and not there',
    reason: 'missing',
    make: () => changed((all) => all.slice(1)),
  },
  { what: 'a file that is there and not named', reason: 'unlisted', make: () => beside('data/extra.ndjson') },
  { what: 'a program beside our files', reason: 'unlisted', make: () => beside('setup.exe') },
  {
    what: 'a wrong hash',
    reason: 'hash',
    make: () =>
      changed((all) =>
        all.map((f) =>
          f.name.startsWith('data/') ? { ...f, data: `${line().replace('夕凪', '夕立')}\n` } : f,
        ),
      ),
  },
  {
    what: 'another size than the manifest says',
    reason: 'damaged',
    make: () =>
      changed((all) => all.map((f) => (f.name.startsWith('data/') ? { ...f, data: `${line()}\n\n` } : f))),
  },
  {
    what: 'fewer rows than the manifest says',
    reason: 'count',
    make: () => manifest({ tables: [{ name: 'events', file: 'data/events.ndjson', schema: '', rows: 2 }] }),
  },
];

const ROWS: Hostile[] = [
  { what: 'a row that is no JSON', reason: 'json', make: () => events('{"id":') },
  { what: 'an empty line between', reason: 'json', make: () => events(line(), '') },
  { what: 'a row that is a list', reason: 'row', make: () => events('[1,2]') },
  { what: 'a row that is null', reason: 'row', make: () => events('null') },
  { what: 'NaN', reason: 'json', make: () => events(raw(`${AT}`, 'NaN')) },
  { what: 'a date beyond all numbers', reason: 'row', make: () => events(raw(`"at":${AT}`, '"at":1e999')) },
  {
    what: 'bytes that are no UTF-8',
    reason: 'encoding',
    make: () =>
      archiveOf({
        files: [{ name: 'data/events.ndjson', data: Uint8Array.of(0x7b, 0xc3, 0x28, 0x7d) }],
        manifest: { tables: [{ name: 'events', file: 'data/events.ndjson', schema: '', rows: 1 }] },
      }),
  },
  { what: '__proto__ in a row', reason: 'row', make: () => events(raw('{', '{"__proto__":{"undone":1},')) },
  {
    what: '__proto__ written with an escape',
    reason: 'row',
    make: () => events(raw('{', '{"\\u005f_proto__":{},')),
  },
  {
    what: '__proto__ in a setting',
    reason: 'row',
    make: () => archiveOf({ tables: { settings: ['{"name":"share","value":{"__proto__":{"x":1}}}'] } }),
  },
  {
    what: 'nesting without end',
    reason: 'row',
    make: () => archiveOf({ tables: { settings: [JSON.stringify({ name: 'share', value: deep(60) })] } }),
  },
  { what: 'one id twice', reason: 'order', make: () => events(line(), line()) },
  { what: 'ids out of order', reason: 'order', make: () => events(line({ id: 'event-0002' }), line()) },
  row('a date in the year 300,000', { at: 9e15 }),
  row('a day that is not the day of its moment', { day: 1 }),
  row('a date as text', { at: '2026-11-24' }),
  row('a date that is null', { at: null }),
  row('half a day', { day: 20_000.5 }),
  row('an unknown type', { type: 'posted' }),
  row('an id that is a number', { id: 12_345_678 }),
  row('an id that is an object', { id: { $ne: null } }),
  row('an id that is too short', { id: 'a' }),
  row('a title of a megabyte', { title: 'あ'.repeat(1_000_000) }),
  row('a site of many letters', { site: 'x'.repeat(41) }),
  { what: 'a row without its fields', reason: 'row', make: () => events('{"id":"event-0001"}') },
  {
    what: 'a javascript: address',
    reason: 'row',
    make: () =>
      archiveOf({
        tables: {
          captures: [
            JSON.stringify({
              id: 'capture-01',
              post: 'x:1',
              at: AT,
              read: { key: 'x:1', url: 'javascript:alert(1)' },
            }),
          ],
        },
      }),
  },
  badCapture('an address that cannot be parsed', { url: 'https://[' }),
  badCapture('an address at a port that there is not', { url: 'https://x.com:99999/a' }),
  badCapture('a picture at an address that cannot be parsed', {
    media: [{ kind: 'image', url: 'https://a b/', alt: '', width: 1, height: 1 }],
  }),
  badCapture('a currency that no number can be written in', {
    about: { price: { low: 1, high: 2, currency: '€$' } },
  }),
  {
    what: 'a draft for an address that cannot be parsed',
    reason: 'row',
    make: () => {
      const draft = { post: 'x:1', at: AT, channel: 'x', target: 'https://[', words: '', disclosure: null };
      return archiveOf({ tables: { drafts: [JSON.stringify({ ...draft, removed: '' })] } });
    },
  },
  { what: 'a page that says it is a picture', reason: 'row', make: () => medium(SVG) },
  {
    what: 'a picture of another type than it says',
    reason: 'row',
    make: () => medium(PNG, { type: 'image/jpeg' }),
  },
  { what: 'a picture that is an SVG', reason: 'row', make: () => medium(SVG, { type: 'image/svg+xml' }) },
  { what: 'a picture under another hash', reason: 'row', make: () => medium(PNG, { hash: 'a'.repeat(64) }) },
  {
    what: 'a picture whose file is missing',
    reason: 'missing',
    make: () => medium(PNG, { bytes: 'media/none.png' }),
  },
  { what: 'a picture whose file is a number', reason: 'missing', make: () => medium(PNG, { bytes: 7 }) },
  {
    what: 'a picture of more than sixteen megabytes',
    reason: 'bomb',
    make: () =>
      archiveOf({
        tables: { media: [JSON.stringify({ hash: 'a', type: 'image/png', bytes: 'media/a.png', at: AT })] },
        files: [
          {
            name: 'media/a.png',
            data: new Uint8Array(16_000_001),
            method: 0,
          },
        ],
      }),
  },
];

/** Every input that is refused, with the reason that the person reads. */
export const HOSTILE: readonly Hostile[] = [
  ...BADLY_REPACKED.map(([what, reason, change]) => ({ what, reason, make: () => changed(change) })),
  ...ZIPS,
  ...PATHS,
  ...CONTENTS,
  ...ROWS,
];

/** What looks dangerous and is only text: taken as it is. */
export const HARMLESS: Record<string, () => Uint8Array> = {
  'a file of ours': good,
  'a capture': capture,
  'a post of whom a page says more than any moment is': () =>
    capture({
      about: { price: { low: 9e15, high: 1e300, currency: '' }, followers: 9e15, duration: 9e15 },
      counts: { likes: { shown: '9007兆', value: 9_007_000_000_000_000, exact: false } },
    }),
  'a post with a price': () => capture({ about: { price: { low: 1, high: 2, currency: 'JPY' } } }),
  'HTML as a title': () => events(line({ title: '<img src=x onerror=alert(1)>' })),
  'a lone surrogate in a text': () => events(line({ title: '夕凪\ud83d' })),
  'a formula as a title': () => events(line({ title: '=HYPERLINK("http://evil.example")' })),
  'the word __proto__ in a text': () => events(line({ title: '__proto__ and constructor' })),
  'direction controls in a text': () => events(line({ title: '\u202egnp.exe' })),
  'unknown fields, from a build that knew more': () => events(line({ mood: 'good' })),
  'a picture': () => medium(PNG),
  'what a file manager leaves': () =>
    archiveOf({
      tables: { events: [line()] },
      beside: [
        { name: 'data/', method: 0 },
        { name: '__MACOSX/data/._events.ndjson', data: 'x' },
        { name: '.DS_Store', data: 'x' },
      ],
    }),
  'no rows at all': () => events(),
  ...Object.fromEntries(Object.entries(REPACKED).map(([what, change]) => [what, () => changed(change)])),
};
