import { Settings } from '../ui/icon.ts';
import type { PageDeclaration } from '../ui/page.ts';

export const pages: readonly PageDeclaration[] = [
  {
    id: 'settings',
    title: 'navSettings',
    order: 80,
    rail: { name: 'navSettings', Icon: Settings, isSecond: true },
    key: 's',
  },
];
