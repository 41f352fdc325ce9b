/// <reference types="vite/client" />
import type { ComponentType } from 'preact';
import type { PageDeclaration, PageProps } from '../ui/page.ts';
import { inOrder } from '../workspace/in-order.ts';
import { own } from '../workspace/named.ts';

/** Views that the app puts together from several folders: each in a file with the name of its page. */
const COMPOSED = import.meta.glob<ComponentType<PageProps>>('./companion/pages/*.tsx', { import: 'Page' });

export interface Page extends Omit<PageDeclaration, 'load'> {
  /** Undefined for the first page: it is part of the companion's own script. */
  readonly load: PageDeclaration['load'] | undefined;
}

/**
 * Every page of the companion, in its order, as the folders declare them in `pages.ts`. Found by their file and not listed in
 * `src/capabilities.ts`: the background takes that list, and would carry every view.
 */
export const PAGES: readonly Page[] = inOrder(
  Object.values(
    import.meta.glob<readonly PageDeclaration[]>('../*/pages.ts', { eager: true, import: 'pages' }),
  )
    .flat()
    .map((page) => ({ ...page, load: page.load ?? own(COMPOSED, `./companion/pages/${page.id}.tsx`) })),
);

const BY_ID: ReadonlyMap<string, Page> = new Map(PAGES.map((page) => [page.id, page]));

/** The page of an address; the first one where there is no such page. */
export function pageOf(id: string): Page {
  const page = BY_ID.get(id) ?? PAGES[0];
  if (!page) throw new Error('no page is declared');
  return page;
}
