import { LibraryBig } from '../ui/icon.ts';
import type { PageDeclaration } from '../ui/page.ts';

export const pages: readonly PageDeclaration[] = [
  {
    id: 'library',
    title: 'navLibrary',
    order: 50,
    rail: { name: 'navLibrary', Icon: LibraryBig },
    key: 'l',
  },
];
