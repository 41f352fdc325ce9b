import type { KeyTaking } from '../i18n/translate.ts';
import type { Workspace } from './declare.ts';

/** Something that our icon counts, as a folder declares it in `icon-badge.ts`. */
export interface BadgeDeclaration {
  readonly id: string;
  /** Of several that count anything the first in order is shown. */
  readonly order: number;
  /** Of the badge, as `#rrggbb`. */
  readonly colour: string;
  readonly title: KeyTaking<'n'>;
  /** How many there are at a moment (UTC ms), and when the clock alone makes it more; null for never. */
  read(workspace: Workspace, now: number): Promise<{ readonly n: number; readonly next: number | null }>;
}
