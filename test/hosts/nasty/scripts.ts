/** Scripts of pages that behave badly. Each runs in the page, as a page's own script does. */

interface Record {
  /** How often the page did its bad thing. */
  __done: number;
}

/** Clones every foreign node of an action row once, and moves the first one to the front of the row. */
export function cloneForeigners(_: null): void {
  const own = window as unknown as Window & Record;
  own.__done = 0;
  const seen = new WeakSet<Element>();
  const known = (node: Element) => node.className.toString().startsWith('css-');
  const observer = new MutationObserver(() => {
    for (const group of document.querySelectorAll('[role="group"]')) {
      for (const child of [...group.children]) {
        if (known(child) || seen.has(child)) continue;
        const clone = child.cloneNode(true);
        seen.add(child);
        if (clone instanceof Element) seen.add(clone);
        child.after(clone);
        group.prepend(child);
        own.__done += 1;
      }
    }
  });
  observer.observe(document, { subtree: true, childList: true });
}

/** Removes a post as soon as the pointer goes down on it, and puts another one there. */
export function removeOnPress(_: null): void {
  const own = window as unknown as Window & Record;
  own.__done = 0;
  window.addEventListener(
    'pointerdown',
    (event) => {
      const article = event.composedPath().find((node) => node instanceof Element && node.matches('article'));
      if (!(article instanceof Element)) return;
      article.remove();
      own.__done += 1;
    },
    { capture: true },
  );
}

/** Draws every action row anew, without what is not the page's, every 20 ms, 100 times. */
export function redrawRows(_: null): void {
  const own = window as unknown as Window & Record;
  own.__done = 0;
  const timer = setInterval(() => {
    for (const group of document.querySelectorAll('[role="group"]')) {
      const next = group.cloneNode(true);
      if (!(next instanceof Element)) continue;
      for (const child of [...next.children])
        if (!child.className.toString().startsWith('css-')) child.remove();
      group.replaceWith(next);
    }
    own.__done += 1;
    if (own.__done >= 100) clearInterval(timer);
  }, 20);
}

/** Takes what is not its own out of every action row, always. */
export function throwOut(_: null): void {
  const own = window as unknown as Window & Record;
  own.__done = 0;
  new MutationObserver(() => {
    for (const child of document.querySelectorAll('[role="group"] > *')) {
      if (child.className.toString().startsWith('css-') || own.__done >= 500) continue;
      child.remove();
      own.__done += 1;
    }
  }).observe(document, { subtree: true, childList: true });
}

/** Shows the same posts in the same nodes under other addresses, once a second, ten times. */
export function swapPosts(_: null): void {
  const own = window as unknown as Window & Record & { __swap(): void };
  own.__done = 0;
  own.__swap = () => {
    const articles = [...document.querySelectorAll('article')];
    const read = (article: Element) => {
      const time = article.querySelector('a > time');
      return {
        href: time?.parentElement?.getAttribute('href') ?? '',
        time: time?.getAttribute('datetime') ?? '',
        handle: article.querySelector('[data-testid="User-Name"] a')?.getAttribute('href') ?? '',
        text: article.querySelector('[data-testid="tweetText"]')?.textContent ?? '',
      };
    };
    const all = articles.map(read);
    articles.forEach((article, at) => {
      const next = all[(at + 1) % all.length];
      if (!next) return;
      for (const link of article.querySelectorAll('a[href*="/status/"]'))
        link.setAttribute('href', next.href);
      for (const link of article.querySelectorAll('[data-testid="User-Name"] a:not([href*="/status/"])'))
        link.setAttribute('href', next.handle);
      article.querySelector('a > time')?.setAttribute('datetime', next.time);
      const text = article.querySelector('[data-testid="tweetText"]');
      if (text) text.textContent = next.text;
    });
    own.__done += 1;
  };
}

/** Counts scripts and errors that should never have run; the hostile texts call these. */
export function watchForHarm(_: null): void {
  Object.assign(window, { __harm: 0 });
}

/** Mounts the posts without markup from text, as a page under Trusted Types has to. */
export function mountPlainly(_: null): void {
  Object.assign(window, { __navigated: [], __keys: [] });
  const list = document.querySelector('[data-testid="primaryColumn"] section > div');
  const template = document.querySelector<HTMLTemplateElement>('template#cells');
  for (const source of [...(template?.content.children ?? [])]) {
    const cell = document.createElement('div');
    cell.className = 'css-175box';
    cell.setAttribute('data-testid', 'cellInnerDiv');
    cell.append(source.cloneNode(true));
    list?.append(cell);
  }
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('a')) event.preventDefault();
    const article = target?.closest('article');
    const link = article?.querySelector<HTMLAnchorElement>('a[href*="/status/"]');
    if (link && !target?.closest('button'))
      (window as unknown as { __navigated: string[] }).__navigated.push(link.pathname);
  });
  document.addEventListener('keydown', (event) => {
    (window as unknown as { __keys: string[] }).__keys.push(event.key);
  });
}
