export interface EndlessConfig {
  /** Posts in all. */
  readonly posts: number;
  readonly batch: number;
  /** Posts that have scrolled far away leave the page; a spacer takes their room. */
  readonly unmount: boolean;
  /** Loads on scroll. Without it only `next()` loads, and all posts are built beforehand: the page's own work stays small beside what is measured. */
  readonly auto: boolean;
  /** All posts at once, before the first is shown: not where there are too many to be held. */
  readonly beforehand: boolean;
  /** Batches that stay where `unmount` is set. */
  readonly keep: number;
}

export interface EndlessFeed {
  /** Posts appended so far. */
  readonly loaded: number;
  readonly total: number;
  /** Appends the next batch; false at the end. */
  next(): boolean;
  /** The site's id of a post, by its place in the feed. */
  idOf(index: number): string;
}

/**
 * Runs in the page: an endless feed for measuring. Its content is the page's posts again and again, each with an id,
 * time and text of its own by its place, so that every run is the same. Loads on scroll and by `window.__feed.next()`.
 */
export function runEndless(config: EndlessConfig): void {
  const list = document.querySelector<HTMLElement>('[data-testid="primaryColumn"] section > div');
  const sources = [
    ...(document.querySelector<HTMLTemplateElement>('template#cells')?.content.children ?? []),
  ];
  if (!list || sources.length === 0) return;
  const spacer = document.createElement('div');
  list.append(spacer);
  const batches: HTMLElement[][] = [];
  let loaded = 0;
  let gone = 0;
  const newest = Date.UTC(2026, 10, 24);
  const momentOf = (index: number): number => newest - index * 60_000;
  const idOf = (index: number): string =>
    String((BigInt(momentOf(index) - 1288834974657) << 22n) + BigInt(index));

  const cellOf = (index: number): HTMLElement => {
    const cell = document.createElement('div');
    cell.className = 'css-175box r-0';
    cell.setAttribute('data-testid', 'cellInnerDiv');
    const post = sources[index % sources.length]?.cloneNode(true);
    if (!(post instanceof Element)) return cell;
    const id = idOf(index);
    for (const link of post.querySelectorAll('a[href*="/status/"]'))
      link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/\d{10,}/, id));
    post.querySelector('a > time')?.setAttribute('datetime', new Date(momentOf(index)).toISOString());
    post.querySelector('[data-testid="tweetText"] > span')?.prepend(`${index + 1}. `);
    cell.append(post);
    return cell;
  };

  const built =
    config.auto || !config.beforehand ? [] : Array.from({ length: config.posts }, (_, at) => cellOf(at));
  let height = 0;

  const next = (): boolean => {
    if (loaded >= config.posts) return false;
    const count = Math.min(config.batch, config.posts - loaded);
    const cells = Array.from({ length: count }, (_, at) => built[loaded + at] ?? cellOf(loaded + at));
    if (config.unmount && batches.length >= config.keep) {
      const old = batches.shift() ?? [];
      // Measured once: every batch has the same posts, and a layout read in each would drown what is measured.
      height ||=
        (old.at(-1)?.getBoundingClientRect().bottom ?? 0) - (old[0]?.getBoundingClientRect().top ?? 0);
      gone += height;
      spacer.style.height = `${gone}px`;
      for (const cell of old) cell.remove();
    }
    batches.push(cells);
    loaded += count;
    list.append(...cells);
    return true;
  };

  const feed: EndlessFeed = {
    get loaded() {
      return loaded;
    },
    total: config.posts,
    next,
    idOf,
  };
  Object.assign(window, { __feed: feed, __navigated: [], __keys: [] });
  next();
  if (!config.auto) return;
  window.addEventListener(
    'scroll',
    () => {
      if (window.scrollY + window.innerHeight > document.documentElement.scrollHeight - 1200) next();
    },
    { passive: true },
  );
}
