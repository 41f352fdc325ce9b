import type { Reason } from '../../../src/archive/refusal.ts';
import type { Made } from './zips.ts';

/** A zip's files as somebody has them who unpacked it and packed the folder again. */
export const within =
  (folder: string, ...more: readonly Made[]) =>
  (files: Made[]): Made[] => [
    { name: folder, method: 0, mode: 0o040755 },
    ...files.map((file) => ({ ...file, name: `${folder}${file.name}`, flags: 8 })),
    ...more,
  ];

/** How people's own machines pack a folder again. */
export const REPACKED: Readonly<Record<string, (files: Made[]) => Made[]>> = {
  'packed again as a folder': within('musubi-2026-11-30/'),
  'packed again as a folder with a name of its own script': within('バックアップ 2026/'),
  'packed again in a folder within a folder': within('Downloads/musubi (1)/', {
    name: 'Downloads/',
    method: 0,
  }),
  'packed again by macOS': within(
    'musubi/',
    { name: 'musubi/.DS_Store', data: 'x' },
    { name: 'musubi/._data', data: 'x' },
    { name: '__MACOSX/', method: 0 },
    { name: '__MACOSX/musubi/._manifest.json', data: 'x' },
    { name: '__MACOSX/musubi/data/._events.ndjson', data: 'x' },
  ),
  'packed again by Windows': within(
    '新しいフォルダー/',
    { name: '新しいフォルダー/desktop.ini', data: 'x' },
    { name: '新しいフォルダー/Thumbs.db', data: 'x' },
  ),
  'packed again on a network drive': within('musubi/', {
    name: 'musubi/@eaDir/manifest.json@SynoEAStream',
    data: 'x',
  }),
  'with the other half of its manifest beside it': (files) => [
    { name: '._manifest.json', data: 'x' },
    ...files,
  ],
};

/** What lies in or beside a folder that is none of ours, and why it is refused. */
export const BADLY_REPACKED: readonly (readonly [string, Reason, (files: Made[]) => Made[]])[] = [
  ['a folder with something beside it', 'foreign', within('musubi/', { name: 'other.txt', data: 'x' })],
  ['a folder that leads upwards', 'path', within('../musubi/')],
  [
    'a folder in which a file leads upwards',
    'path',
    within('musubi/', { name: 'musubi/../x.txt', data: 'x' }),
  ],
  [
    'a folder with a file of another script in it',
    'path',
    within('musubi/', { name: 'musubi/メモ', data: 'x' }),
  ],
  [
    'a folder with a file that the manifest does not name',
    'unlisted',
    within('musubi/', { name: 'musubi/x.txt', data: 'x' }),
  ],
];
