import { Link } from '../ui/icon.ts';
import type { PageDeclaration } from '../ui/page.ts';

export const pages: readonly PageDeclaration[] = [
  {
    id: 'links',
    title: 'linksTitle',
    order: 60,
    rail: { name: 'navLinks', Icon: Link },
    key: 'k',
  },
];
