/** Runs in the page: a list that takes far items out and puts new ones in; cards are clickable; links load nothing. */
export function runList(_: null): void {
  const own = window as unknown as Window & { __navigated: string[]; __show(path: string): Promise<void> };
  own.__navigated = [];
  const list = document.querySelector<HTMLElement>('#list');
  if (!list) return;
  const sources = new WeakMap<Element, Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const source = sources.get(target);
        if (!source || !(target instanceof HTMLElement)) continue;
        if (isIntersecting && !target.firstElementChild) {
          target.style.height = '';
          target.append(source.cloneNode(true));
        } else if (!isIntersecting && target.firstElementChild) {
          target.style.height = `${boundingClientRect.height}px`;
          target.replaceChildren();
        }
      }
    },
    { rootMargin: '600px 0px' },
  );

  const show = (from: Document): void => {
    observer.disconnect();
    const screen = from.querySelector('#list')?.getAttribute('data-testid');
    if (screen) list.setAttribute('data-testid', screen);
    else list.removeAttribute('data-testid');
    const cells = [...(from.querySelector<HTMLTemplateElement>('template#cells')?.content.children ?? [])];
    list.replaceChildren(
      ...cells.map((source) => {
        const row = document.createElement('div');
        sources.set(row, source);
        row.append(source.cloneNode(true));
        return row;
      }),
    );
    for (const row of list.children) observer.observe(row);
  };

  own.__show = async (path) => {
    const answer = await fetch(path);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.title = next.title;
    show(next);
    window.scrollTo(0, 0);
  };

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('button, [role="button"]')) return;
    const link = target?.closest('a');
    const permalink = target?.closest('[role="link"]')?.querySelector<HTMLAnchorElement>('a[href*="/post/"]');
    const goal = link ?? permalink;
    if (!goal || goal.host !== location.host) return;
    event.preventDefault();
    own.__navigated.push(goal.pathname);
    if (!/\/post\/\w+$/.test(goal.pathname)) return;
    history.pushState(null, '', goal.pathname + location.search);
    void own.__show(goal.pathname + location.search);
  });
  window.addEventListener('popstate', () => void own.__show(location.pathname + location.search));
  show(document);
}
