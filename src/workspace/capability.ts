import type { Check } from './check.ts';
import type { MessageDeclaration, TableDeclaration, Workspace } from './declare.ts';
import type { RoomKind, RootDeclaration } from './room.ts';
import type { Sheet } from './sheet.ts';

/**
 * What a capability is on the browser's side, in one value that its folder exports and `src/capabilities.ts` lists. The
 * diary, export, backup, the privacy page, rooms and messages are made from these values. What only some
 * scripts carry stands in files beside it, found by their names: `pages.ts`, `settings-sections.ts`, `answers.ts`, `page-work.ts`
 * and `icon-badge.ts`.
 */
export interface Capability {
  readonly id: string;
  /** Where it stands among the others wherever they are listed: the smaller comes first. */
  readonly order: number;
  readonly tables?: readonly TableDeclaration[];
  readonly rooms?: readonly RoomKind[];
  /** Its roots, in rooms of any kind. */
  readonly roots?: readonly RootDeclaration[];
  readonly messages?: readonly MessageDeclaration[];
  /** Tables of its own that are also written as CSV. */
  readonly sheets?: readonly Sheet[];
  /** What *Check my data* looks at, given every table of the diary. */
  checks?(tables: readonly TableDeclaration[]): readonly Check[];
  /** Deletes what nothing points to any more, after rows were deleted. Gives how many rows went, by table name. */
  sweep?(workspace: Workspace): Promise<Record<string, number>>;
  /**
   * After an import: brings rows that were joined in line with each other. `met` has the keys that were here before the
   * file came, by table name. Running it again changes nothing.
   */
  settle?(workspace: Workspace, met: ReadonlyMap<string, ReadonlySet<string>>): Promise<void>;
}
