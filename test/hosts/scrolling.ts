/** Where a post says which one it is, so that every copy can be one of its own: `#` is its number. */
export interface Numbered {
  readonly at: string;
  readonly attr: string;
  /** Pattern of what is replaced. */
  readonly find: string;
  readonly put: string;
}

export interface ScrollingConfig {
  /** The list that posts are put into; what they are copies of stands in `template#cells`. */
  readonly list: string;
  readonly posts: number;
  readonly batch: number;
  /** Batches that stay; those before leave the page, and a spacer takes their room. */
  readonly keep: number;
  readonly numbered: readonly Numbered[];
  /** Name of the property in which React would hold a card's node, and the elements that have one. */
  readonly held?: { readonly at: string; readonly name: string };
}

/** Runs in the page: a feed for measuring, built beforehand. `window.__feed.next()` appends the next batch. */
export function runScrolling(config: ScrollingConfig): void {
  const list = document.querySelector<HTMLElement>(config.list);
  const sources = [
    ...(document.querySelector<HTMLTemplateElement>('template#cells')?.content.children ?? []),
  ];
  if (!list || sources.length === 0) return;
  const within = (root: Element, at: string): Element[] => [
    ...(root.matches(at) ? [root] : []),
    ...root.querySelectorAll(at),
  ];
  /** Eleven digits, the same for every run; also the end of a number of nineteen. */
  const nameOf = (index: number): string => String(75_300_000_000 + index);

  const hang = (root: Element, name: string): void => {
    if (!config.held) return;
    for (const element of within(root, config.held.at)) {
      const component = {
        stateNode: null,
        memoizedProps: { updateUrns: [`urn:li:activity:75307696${name}`] },
        return: null,
      };
      const node = { stateNode: element, memoizedProps: { role: 'listitem' }, return: component };
      Object.defineProperty(element, config.held.name, { value: node, enumerable: true });
    }
  };
  const postOf = (index: number): Element => {
    const post = sources[index % sources.length]?.cloneNode(true) as Element;
    const name = nameOf(index);
    for (const { at, attr, find, put } of config.numbered) {
      for (const element of within(post, at)) {
        const said = element.getAttribute(attr) ?? '';
        element.setAttribute(attr, said.replace(new RegExp(find, 'g'), put.replace('#', name)));
      }
    }
    hang(post, name);
    return post;
  };

  const spacer = document.createElement('div');
  spacer.style.gridColumn = '1 / -1';
  list.append(spacer);
  const built = Array.from({ length: config.posts }, (_, at) => postOf(at));
  const batches: Element[][] = [];
  let loaded = 0;
  let gone = 0;
  let height = 0;
  const next = (): boolean => {
    if (loaded >= config.posts) return false;
    const cells = built.slice(loaded, loaded + config.batch);
    if (batches.length >= config.keep) {
      const old = batches.shift() ?? [];
      // Measured once: every batch has the same posts, and a layout read in each would drown what is measured.
      height ||=
        (old.at(-1)?.getBoundingClientRect().bottom ?? 0) - (old[0]?.getBoundingClientRect().top ?? 0);
      gone += height;
      spacer.style.height = `${gone}px`;
      for (const cell of old) cell.remove();
    }
    batches.push(cells);
    loaded += cells.length;
    list.append(...cells);
    return true;
  };
  const feed = {
    get loaded() {
      return loaded;
    },
    total: config.posts,
    next,
  };
  Object.assign(window, { __feed: feed });
  next();
}
