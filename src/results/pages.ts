import { House } from '../ui/icon.ts';
import type { PageDeclaration } from '../ui/page.ts';

export const pages: readonly PageDeclaration[] = [
  {
    id: 'me',
    title: 'navMe',
    order: 10,
    rail: { name: 'navMe', Icon: House },
    key: 'm',
  },
  {
    id: 'report',
    title: 'reportOwnTitle',
    order: 90,
    places: [{ hash: '#/report', name: 'reportOwnTitle' }],
  },
];
