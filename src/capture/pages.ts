import { Bookmark } from '../ui/icon.ts';
import type { PageDeclaration } from '../ui/page.ts';

export const pages: readonly PageDeclaration[] = [
  {
    id: 'captures',
    title: 'navCaptures',
    order: 30,
    rail: { name: 'navCaptures', Icon: Bookmark },
    key: 'c',
    places: [{ hash: '#/captures/trash', name: 'captureTrash' }],
  },
];
