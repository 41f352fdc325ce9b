import { List } from '../ui/icon.ts';
import type { PageDeclaration } from '../ui/page.ts';

export const pages: readonly PageDeclaration[] = [
  {
    id: 'activity',
    title: 'navActivity',
    order: 20,
    rail: { name: 'navActivity', Icon: List, isSecond: true },
    key: 'a',
  },
];
