import type { ComponentChildren, ComponentType } from 'preact';
import type { PlainKey } from '../i18n/translate.ts';
import type { Workspace } from '../workspace/open.ts';

/** Where the companion is, from the address after `#`. */
export interface Route {
  readonly page: string;
  /** What follows the page, e.g. a capture's id; empty where nothing does. */
  readonly id: string;
  readonly query: URLSearchParams;
}

export interface PageProps {
  readonly workspace: Workspace;
  readonly route: Route;
  /** A note that a page shows below its head, where the companion runs on the web. */
  readonly note?: ComponentChildren;
}

/** Another address that the command palette leads to. */
export interface PagePlace {
  readonly hash: string;
  readonly name: PlainKey;
}

/**
 * A page of the companion, as its capability declares it in `pages.ts`. The rail, the keys, the command palette and the
 * addresses are made from these.
 */
export interface PageDeclaration {
  /** Its address: `#/<id>`. */
  readonly id: string;
  readonly title: PlainKey;
  /** Its order among the pages: the smaller comes first. */
  readonly order: number;
  /** Its entry in the rail; absent for a page that others lead to. `isSecond`: a phone's bar has it behind "More". */
  readonly rail?: {
    readonly name: PlainKey;
    readonly Icon: ComponentType<{ 'aria-hidden': 'true' }>;
    readonly isSecond?: true;
  };
  /** The letter that opens it after `g`. */
  readonly key?: string;
  readonly places?: readonly PagePlace[];
  /** Loads its view. Absent: the app puts it together from several capabilities, in a file named after the page. */
  readonly load?: () => Promise<ComponentType<PageProps>>;
}
