import type { Addition, Edit } from './trial-tree.ts';

/** Words are put in front of those that a folder has. */
const words = (
  folder: string,
  byLanguage: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Edit[] =>
  Object.entries(byLanguage).map(([language, all]) => ({
    file: `${folder}/words/${language}.json`,
    find: '{\n',
    by: `{\n${Object.entries(all)
      .map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},\n`)
      .join('')}`,
  }));

const LIBRARY = 'src/library/capability.ts';
const LIBRARY_HUB = 'src/library/hub/library-hub.ts';
const LAST_IMPORT = "import { rooms, roots } from './rooms.ts';\n";
const LAST_HUB_IMPORT = "import { rooms, roots } from '../rooms.ts';\n";
const LAST_ROOT = "  root({ room: 'board', name: 'decisions', item: Decision }),\n";

/** What is added to a capability that stands, each behind the one before. */
export const TO_ONE: readonly Addition[] = [
  {
    id: 'table',
    own: ['src/library'],
    edits: [
      { file: LIBRARY, find: LAST_IMPORT, by: `import { notes } from './notes/table.ts';\n${LAST_IMPORT}` },
      { file: LIBRARY, find: 'tables: [shelf]', by: 'tables: [shelf, notes]' },
      ...words('src/library', {
        en: { tableNotes: 'Notes', purposeNotes: 'What you noted on items of the library.' },
        ja: { tableNotes: 'メモ', purposeNotes: 'ライブラリの項目に付けたメモです。' },
        'zh-CN': { tableNotes: '笔记', purposeNotes: '您为素材库条目写下的笔记。' },
      }),
    ],
  },
  {
    id: 'room',
    own: ['src/library'],
    edits: [
      {
        file: 'src/library/rooms.ts',
        find: LAST_ROOT,
        by: `${LAST_ROOT}  root({ room: 'library', name: 'notes', item: SharedNote }),\n`,
      },
      {
        file: 'src/library/rooms.ts',
        find: "import { LibraryPost } from './library-post.ts';\n",
        by: "import { LibraryPost } from './library-post.ts';\nimport { SharedNote } from './notes/shared-note.ts';\n",
      },
    ],
  },
  {
    id: 'page',
    own: ['src/library'],
    edits: [
      {
        file: 'src/library/pages.ts',
        find: '\n];\n',
        by: `
  {
    id: 'notes',
    title: 'navLibraryNotes',
    order: 55,
    rail: { name: 'navLibraryNotes', Icon: LibraryBig, isSecond: true },
    load: () => import('./notes/notes-page.tsx').then((module) => module.NotesPage),
  },
];
`,
      },
      ...words('src/library', {
        en: { navLibraryNotes: 'Notes', libraryNotesNone: 'No note yet.' },
        ja: { navLibraryNotes: 'メモ', libraryNotesNone: 'メモはまだありません。' },
        'zh-CN': { navLibraryNotes: '笔记', libraryNotesNone: '还没有笔记。' },
      }),
    ],
  },
  {
    id: 'setting',
    own: ['src/library'],
    edits: [
      {
        file: 'src/library/settings-sections.ts',
        find: '\n  ],\n};\n',
        by: `
    {
      for: 'person',
      order: 65,
      title: 'settingsLibraryNotes',
      load: () => import('./notes/notes-choice.tsx').then((module) => module.NotesChoice),
    },
  ],
};
`,
      },
      ...words('src/library', {
        en: { settingsLibraryNotes: 'Notes in the library', libraryNotesShow: 'Show notes beside items' },
        ja: { settingsLibraryNotes: 'ライブラリのメモ', libraryNotesShow: '項目の横にメモを表示する' },
        'zh-CN': { settingsLibraryNotes: '素材库笔记', libraryNotesShow: '在条目旁显示笔记' },
      }),
    ],
  },
  {
    id: 'route',
    own: ['src/library'],
    edits: [
      {
        file: LIBRARY_HUB,
        find: LAST_HUB_IMPORT,
        by: `${LAST_HUB_IMPORT}import { notesRoute } from './notes-route.ts';\n`,
      },
      { file: LIBRARY_HUB, find: 'rooms, roots };', by: 'rooms, roots, routes: notesRoute };' },
    ],
  },
  {
    id: 'figure',
    own: ['src/library'],
    edits: [
      {
        file: 'src/library/rooms.ts',
        find: LAST_ROOT,
        by: `${LAST_ROOT}  root({ room: 'results', name: 'comments', item: CommentCount }),\n`,
      },
      {
        file: 'src/library/rooms.ts',
        find: "import { SharedNote } from './notes/shared-note.ts';\n",
        by: "import { CommentCount } from './notes/comment-count.ts';\nimport { SharedNote } from './notes/shared-note.ts';\n",
      },
      {
        file: LIBRARY_HUB,
        find: LAST_HUB_IMPORT,
        by: `${LAST_HUB_IMPORT}import { CommentCounts } from './comment-counts.ts';\n`,
      },
      { file: LIBRARY_HUB, find: 'HubCapability = {', by: 'HubCapability<CommentCounts> = {' },
      {
        file: LIBRARY_HUB,
        find: 'routes: notesRoute }',
        by: `routes: notesRoute,
  open: async (hub) => new CommentCounts(hub),
  committed: (counts, commit) => counts.changed(commit),
  settled: (counts) => counts.settled(),
}`,
      },
    ],
  },
];

/** A capability of its own: note of the day. */
export const CAPABILITY: Addition = {
  id: 'capability',
  own: ['src/note'],
  edits: [
    {
      file: 'src/capabilities.ts',
      find: "export { post } from './post/capability.ts';\n",
      by: "export { note } from './note/capability.ts';\nexport { post } from './post/capability.ts';\n",
    },
    {
      file: 'src/hub-capabilities.ts',
      find: 'export { resultsHub }',
      by: "export { noteHub } from './note/hub/note-hub.ts';\nexport { resultsHub }",
    },
  ],
};
