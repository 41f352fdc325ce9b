import { room, root } from '../workspace/room.ts';
import { Comment } from './comment.ts';
import { Decision } from './decision.ts';
import { LibraryItem } from './item.ts';
import { LibraryPost } from './library-post.ts';

/** The shared library of one month. */
export const libraryRoom = room({
  kind: 'library',
  parts: ['month'],
  writes: 'member',
  reads: 'member',
  purpose: 'roomLibraryPurpose',
  keep: 'always',
  leaves: true,
});

export const rooms = [libraryRoom] as const;

export const roots = [
  root({ room: 'library', name: 'items', item: LibraryItem }),
  root({ room: 'library', name: 'posts', item: LibraryPost }),
  root({ room: 'library', name: 'comments', item: Comment }),
  root({ room: 'board', name: 'decisions', item: Decision }),
] as const;
