import { FilePen } from '../ui/icon.ts';
import type { PageDeclaration } from '../ui/page.ts';

export const pages: readonly PageDeclaration[] = [
  {
    id: 'drafts',
    title: 'navDrafts',
    order: 40,
    rail: { name: 'navDrafts', Icon: FilePen, isSecond: true },
    key: 'd',
  },
];
