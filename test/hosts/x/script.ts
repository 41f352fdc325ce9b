/** How the feed of the page behaves. */
export interface FeedConfig {
  /** Most cells in the page at once, where it recycles. */
  readonly cells: number;
  /** Cells are kept and filled with other posts, instead of made anew. */
  readonly reuse: boolean;
}

/** What the page did in answer to clicks and keys, for tests to look at. */
export interface PageRecord {
  __navigated: string[];
  __keys: string[];
}

/**
 * Runs in the page: mounts the posts of `template#cells` in absolutely placed cells, a few at a time, as the site does;
 * cards are clickable; the action row is drawn anew on a like and restyled on hover; links of a post open its page
 * without a load.
 */
export function runFeed(config: FeedConfig): void {
  const own = window as unknown as Window & PageRecord & { __show(path: string): Promise<void> };
  own.__navigated = [];
  own.__keys = [];
  const found = document.querySelector<HTMLElement>('[data-testid="primaryColumn"] section > div');
  if (!found) return;
  const list: HTMLElement = found;
  let sources: Element[] = [];
  let heights: number[] = [];
  const mounted = new Map<number, HTMLElement>();
  const free: HTMLElement[] = [];

  const make = (index: number): HTMLElement => {
    const source = sources[index];
    const cell = free.pop() ?? document.createElement('div');
    cell.className = 'css-175box r-0';
    cell.setAttribute('data-testid', 'cellInnerDiv');
    cell.style.position = 'absolute';
    const fresh = source?.cloneNode(true);
    if (config.reuse && cell.firstElementChild && source) fill(cell.firstElementChild, source);
    else if (fresh) cell.replaceChildren(fresh);
    return cell;
  };

  const copyAttributes = (into: Element, from: Element): void => {
    for (const { name, value } of from.attributes)
      if (into.getAttribute(name) !== value) into.setAttribute(name, value);
    for (const { name } of [...into.attributes]) if (!from.hasAttribute(name)) into.removeAttribute(name);
  };

  /** Fills a card that showed one post with another, node by node, where their shapes agree. */
  const fill = (into: Element, from: Element): void => {
    copyAttributes(into, from);
    const theirs = [...from.childNodes];
    const ours = [...into.childNodes].filter(
      (node) => !(node instanceof Element && node.hasAttribute('data-musubi')),
    );
    theirs.forEach((node, at) => {
      const old = ours[at];
      if (!old) into.append(node.cloneNode(true));
      else if (node instanceof Element && old instanceof Element && node.tagName === old.tagName)
        fill(old, node);
      else if (node instanceof Text && old instanceof Text) old.data = node.data;
      else old.replaceWith(node.cloneNode(true));
    });
    for (const extra of ours.slice(theirs.length)) extra.remove();
  };

  const topsOf = (): number[] => {
    let y = 0;
    return heights.map((height) => {
      y += height;
      return y - height;
    });
  };

  const mount = (wanted: readonly number[]): void => {
    for (const [index, cell] of mounted) {
      if (wanted.includes(index)) continue;
      mounted.delete(index);
      if (config.reuse) free.push(cell);
      else cell.remove();
    }
    for (const index of wanted) {
      if (mounted.has(index)) continue;
      const cell = make(index);
      mounted.set(index, cell);
      if (!cell.isConnected) list.append(cell);
    }
    for (const cell of free.splice(0)) cell.remove();
  };

  /** Puts each cell in its place; true where a height was not as thought. */
  const place = (tops: readonly number[]): boolean => {
    let moved = false;
    for (const [index, cell] of mounted) {
      const height = cell.offsetHeight;
      if (height && Math.abs(height - (heights[index] ?? 0)) > 1) {
        heights[index] = height;
        moved = true;
      }
      cell.style.transform = `translateY(${tops[index] ?? 0}px)`;
    }
    return moved;
  };

  const draw = (): void => {
    const tops = topsOf();
    const from = window.scrollY - list.offsetTop - 400;
    const seen = (index: number) =>
      (tops[index] ?? 0) + (heights[index] ?? 0) > from &&
      (tops[index] ?? 0) < from + window.innerHeight + 800;
    list.style.minHeight = `${(tops.at(-1) ?? 0) + (heights.at(-1) ?? 0)}px`;
    mount([...sources.keys()].filter(seen).slice(0, config.cells));
    if (place(tops)) requestAnimationFrame(draw);
  };

  const show = (from: Document): void => {
    const template = from.querySelector<HTMLTemplateElement>('template#cells');
    sources = [...(template?.content.children ?? [])];
    heights = sources.map(() => 320);
    for (const cell of mounted.values()) cell.remove();
    mounted.clear();
    draw();
  };
  own.__show = async (path: string) => {
    const answer = await fetch(path);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.title = next.title;
    show(next);
    window.scrollTo(0, 0);
  };

  /** React draws the row anew when a like changes it; it knows nothing of foreign nodes. */
  const like = (pressed: Element): void => {
    const group = pressed.closest('[role="group"]');
    const next = group?.cloneNode(true);
    if (!group || !(next instanceof Element)) return;
    for (const foreign of next.querySelectorAll('[data-musubi]')) foreign.remove();
    const drawn = next.querySelector('[data-testid="like"], [data-testid="unlike"]');
    drawn?.setAttribute('data-testid', drawn.getAttribute('data-testid') === 'like' ? 'unlike' : 'like');
    group.replaceWith(next);
  };

  const follow = (link: HTMLAnchorElement, event: Event): void => {
    if (link.target === '_blank') return;
    event.preventDefault();
    own.__navigated.push(link.pathname);
    if (!/\/status\/\d+$/.test(link.pathname)) return;
    history.pushState(null, '', link.pathname + location.search);
    void own.__show(link.pathname + location.search);
  };

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest('button, [role="button"]');
    if (button?.matches('[data-testid="like"], [data-testid="unlike"]')) like(button);
    if (button) return;
    const link = target?.closest('a');
    if (link) {
      follow(link, event);
      return;
    }
    const permalink = target?.closest('article')?.querySelector<HTMLAnchorElement>('a[href*="/status/"]');
    if (permalink) own.__navigated.push(permalink.pathname);
  });
  document.addEventListener('keydown', (event) => {
    own.__keys.push(event.key);
    const article = event.target instanceof Element ? event.target.closest('article') : null;
    if (event.key === 'Enter' && article) own.__navigated.push('Enter');
  });
  document.addEventListener('mouseover', (event) => {
    const group = event.target instanceof Element ? event.target.closest('[role="group"]') : null;
    if (group) group.className = `${group.className.replace(/ r-hover\d+/, '')} r-hover${own.__keys.length}`;
  });
  window.addEventListener('popstate', () => void own.__show(location.pathname + location.search));
  window.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  window.addEventListener('resize', () => requestAnimationFrame(draw));
  show(document);
}
