/**
 * Runs in the page: defines the site's elements. A post draws its row in an open shadow root and lets light children
 * into it by slots; `window.__rerender()` draws every row and share control anew, as the site does at will.
 */
export function defineElements(_: null): void {
  const own = window as unknown as Window & { __navigated: string[]; __rerender(): void };
  own.__navigated = [];

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{display:block;position:relative}.row{display:flex;gap:8px;align-items:center;margin-top:8px}.pill{display:inline-flex;align-items:center;height:32px;padding:0 12px;border-radius:16px;background:var(--pill);color:var(--ink);font:600 12px/1 system-ui,sans-serif;border:0}slot[name=share-button],slot[name=comment-share],slot[name=actionRow]{display:contents}.kids{margin-inline-start:24px;border-inline-start:1px solid var(--line);padding-inline-start:12px}',
  );

  const slot = (name: string): HTMLSlotElement => {
    const made = document.createElement('slot');
    if (name) made.name = name;
    return made;
  };
  const pill = (words: string, name: string): HTMLElement => {
    const made = document.createElement('button');
    made.className = 'pill';
    made.type = 'button';
    made.setAttribute('name', name);
    made.textContent = words;
    return made;
  };
  const row = (...parts: Node[]): HTMLElement => {
    const made = document.createElement('div');
    made.className = 'row shreddit-post-container';
    made.append(...parts);
    return made;
  };

  class Drawn extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    }
    connectedCallback(): void {
      this.draw();
    }
    draw(): void {}
  }

  class Post extends Drawn {
    override draw(): void {
      const votes = pill(`▲ ${this.getAttribute('score') ?? ''} ▼`, 'votes');
      const comments = pill(`コメント ${this.getAttribute('comment-count') ?? ''}`, 'comments');
      this.shadowRoot?.replaceChildren(
        ...['credit-bar', 'title', 'full-post-link', 'text-body', 'post-media-container'].map(slot),
        row(votes, comments, slot('share-button')),
      );
    }
  }
  class Ad extends Post {}

  class Comment extends Drawn {
    override draw(): void {
      const kids = document.createElement('div');
      kids.className = 'kids';
      kids.append(
        ...[...this.children]
          .filter((child) => child.localName === 'shreddit-comment')
          .map((child) => slot(child.getAttribute('slot') ?? '')),
      );
      this.shadowRoot?.replaceChildren(slot('commentMeta'), slot('comment'), slot('actionRow'), kids);
    }
  }

  class Row extends Drawn {
    override draw(): void {
      const score = pill(`▲ ${this.getAttribute('score') ?? ''} ▼`, 'votes');
      this.shadowRoot?.replaceChildren(row(score, pill('返信', 'reply'), slot('comment-share')));
    }
  }

  class Share extends Drawn {
    override draw(): void {
      this.shadowRoot?.replaceChildren(pill('共有', 'share'));
    }
  }

  class Player extends Drawn {
    override draw(): void {
      const video = document.createElement('video');
      video.poster = this.getAttribute('poster') ?? '';
      video.style.cssText = 'width:100%;height:240px;object-fit:cover;border-radius:16px;display:block';
      this.shadowRoot?.replaceChildren(video);
    }
  }

  class Plain extends Drawn {
    override draw(): void {
      this.shadowRoot?.replaceChildren(slot(''));
    }
  }

  const named: Record<string, CustomElementConstructor> = {
    'shreddit-post': Post,
    'shreddit-ad-post': Ad,
    'shreddit-comment': Comment,
    'shreddit-comment-action-row': Row,
    'shreddit-post-share-button': Share,
    'shreddit-comment-share-button': class extends Share {},
    'shreddit-player': Player,
    'shreddit-aspect-ratio': Plain,
    'shreddit-async-loader': class extends Plain {},
    'faceplate-timeago': class extends Plain {},
    'shreddit-app': class extends HTMLElement {},
    'shreddit-feed': class extends HTMLElement {},
    'shreddit-comment-tree': class extends HTMLElement {},
  };
  for (const [name, made] of Object.entries(named)) customElements.define(name, made);

  own.__rerender = () => {
    for (const element of document.querySelectorAll('shreddit-post, shreddit-comment-action-row')) {
      if (element instanceof Drawn) element.draw();
      const native = element.querySelector(
        ':scope > shreddit-post-share-button, :scope > shreddit-comment-share-button, :scope > shreddit-async-loader',
      );
      const name = native?.getAttribute('slot');
      const next = native?.cloneNode(true);
      // All that stands in the slot goes, foreign or not; the page puts back its own.
      for (const child of [...element.children])
        if (name && child.getAttribute('slot') === name) child.remove();
      if (next) element.append(next);
    }
  };

  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || link.host !== location.host) return;
    own.__navigated.push(link.pathname);
    if (link.slot === 'full-post-link') event.preventDefault();
  });
}
