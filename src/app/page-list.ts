/// <reference types="vite/client" />
import type { PageDeclaration } from '../ui/page.ts';

/**
 * Every page of the companion, in its order, as the folders declare them in `pages.ts`. Found by their file and not listed in
 * `src/capabilities.ts`: the background takes that list, and would carry every view.
 */
export const PAGES: readonly PageDeclaration[] = Object.values(
  import.meta.glob<readonly PageDeclaration[]>('../*/pages.ts', { eager: true, import: 'pages' }),
)
  .flat()
  .sort((a, b) => a.place - b.place);

const BY_ID: ReadonlyMap<string, PageDeclaration> = new Map(PAGES.map((page) => [page.id, page]));

/** The page of an address; the first one where there is no such page. */
export function pageOf(id: string): PageDeclaration {
  const page = BY_ID.get(id) ?? PAGES[0];
  if (!page) throw new Error('no page is declared');
  return page;
}
