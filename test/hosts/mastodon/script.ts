/**
 * Runs in the page: puts each status into an article that is emptied while it is far from the window, as the site's
 * own lists do; an emptied one keeps its height and a plain echo of its words. Links to a status open without a load.
 */
export function runColumn(_: null): void {
  const own = window as unknown as Window & { __navigated: string[]; __show(path: string): Promise<void> };
  own.__navigated = [];
  const list = document.querySelector<HTMLElement>('.item-list');
  if (!list) return;
  const sources = new WeakMap<Element, Element>();

  const echo = (source: Element): Element => {
    const wrapper = document.createElement('div');
    wrapper.className = 'status__wrapper focusable';
    for (const part of ['.display-name__html', '.status__content__text']) {
      const span = document.createElement('span');
      span.textContent = source.querySelector(part)?.textContent ?? '';
      wrapper.append(span);
    }
    return wrapper;
  };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const source = sources.get(target);
        if (!source || !(target instanceof HTMLElement)) continue;
        const filled = target.querySelector('.status, .detailed-status') !== null;
        if (isIntersecting && !filled) {
          target.removeAttribute('style');
          target.replaceChildren(source.cloneNode(true));
        } else if (!isIntersecting && filled) {
          target.style.height = `${boundingClientRect.height}px`;
          target.style.opacity = '0';
          target.style.overflow = 'hidden';
          target.replaceChildren(echo(source));
        }
      }
    },
    { rootMargin: '300px 0px' },
  );

  const show = (from: Document): void => {
    observer.disconnect();
    const cells = [...(from.querySelector<HTMLTemplateElement>('template#cells')?.content.children ?? [])];
    list.replaceChildren(
      ...cells.map((source, at) => {
        const article = document.createElement('article');
        article.setAttribute('aria-posinset', String(at + 1));
        article.setAttribute('aria-setsize', String(cells.length));
        article.dataset.id = source.querySelector<HTMLElement>('.status')?.dataset.id ?? '';
        article.tabIndex = -1;
        sources.set(article, source);
        article.append(source.cloneNode(true));
        return article;
      }),
    );
    for (const article of list.children) observer.observe(article);
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
    if (target?.closest('button')) return;
    const link = target?.closest('a');
    const permalink =
      link ?? target?.closest('.status')?.querySelector<HTMLAnchorElement>('.status__relative-time');
    if (!permalink || (link && link.host !== location.host)) return;
    event.preventDefault();
    own.__navigated.push(permalink.pathname);
    if (!/\/@[^/]+\/\d+$/.test(permalink.pathname)) return;
    history.pushState(null, '', permalink.pathname + location.search);
    void own.__show(permalink.pathname + location.search);
  });
  window.addEventListener('popstate', () => void own.__show(location.pathname + location.search));
  show(document);
}
