import { Users } from '../ui/icon.ts';
import type { PageDeclaration } from '../ui/page.ts';

export const pages: readonly PageDeclaration[] = [
  {
    id: 'team',
    title: 'navTeam',
    order: 70,
    rail: { name: 'navTeam', Icon: Users, isSecond: true },
    key: 't',
  },
  {
    id: 'join',
    title: 'navJoin',
    order: 95,
  },
];
