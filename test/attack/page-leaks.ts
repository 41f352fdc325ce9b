declare global {
  interface Window {
    /** Nodes of closed roots that a page got hold of, and what else it took. */
    __got: string[];
  }
}

/**
 * Runs before the page: looks through everything that an event, an entry or a call of the browser's hands to a page, for a
 * node in a root that is not the document's.
 */
export function listenToAll(): void {
  window.__got = [];
  const seen = new WeakSet<object>();
  const inside = (node: Node) => node.getRootNode() instanceof ShadowRoot;
  const values = (thing: object): [string, unknown][] => {
    const found: [string, unknown][] = [];
    for (let at: object | null = thing; at && at !== Object.prototype; at = Object.getPrototypeOf(at))
      for (const name of Object.getOwnPropertyNames(at)) {
        try {
          const value: unknown = Reflect.get(at, name, thing);
          const called = typeof value === 'function' && /^get[A-Z]|^composedPath$/.test(name);
          found.push([name, called ? (value as () => unknown).call(thing) : value]);
        } catch {
          // A reader that takes another receiver, or arguments.
        }
      }
    return found;
  };
  const look = (where: string, thing: unknown, depth: number): void => {
    if (typeof thing !== 'object' || thing === null || thing === window || thing === document) return;
    if (thing instanceof Node) {
      if (inside(thing)) window.__got.push(`${where}: ${thing.nodeName}`);
      return;
    }
    if (seen.has(thing) || depth === 0) return;
    seen.add(thing);
    for (const [name, value] of values(thing)) look(`${where}.${name}`, value, depth - 1);
  };
  const types = [
    ...['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'pointerout', 'pointerrawupdate'],
    ...['mouseover', 'mousemove', 'mousedown', 'mouseup', 'mouseout', 'click', 'contextmenu', 'dblclick'],
    ...['focus', 'focusin', 'focusout', 'blur', 'keydown', 'keyup', 'beforeinput', 'input', 'selectstart'],
    ...[
      'animationstart',
      'transitionrun',
      'beforetoggle',
      'toggle',
      'dragstart',
      'copy',
      'load',
      'slotchange',
    ],
  ];
  for (const type of types) window.addEventListener(type, (event) => look(type, event, 3), true);
  for (const type of [
    'event',
    'first-input',
    'layout-shift',
    'largest-contentful-paint',
    'element',
    'resource',
  ])
    try {
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) look(type, entry, 3);
      });
      observer.observe({ type, buffered: true, durationThreshold: 0 } as PerformanceObserverInit);
    } catch {
      // A kind that this browser does not have.
    }
}

/** Runs before the page: keeps every root, port and address that goes through what the page has put in the browser's place. */
export function patchAll(): void {
  window.__got = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
    const root = attach.call(this, { ...init, mode: 'open' });
    if (this.hasAttribute('data-musubi') || this.hasAttribute('data-musubi-floating'))
      window.__got.push('attachShadow');
    return root;
  };
  const clone = Node.prototype.cloneNode;
  Node.prototype.cloneNode = function (this: Node, deep?: boolean): Node {
    if (this instanceof Element && this.hasAttribute('data-musubi')) window.__got.push('cloneNode');
    return clone.call(this, deep);
  };
  const sets = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
  Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
    ...sets,
    set(value: string) {
      window.__got.push(`src ${value}`);
      sets?.set?.call(this, value);
    },
  });
  const Channel = window.MessageChannel;
  window.MessageChannel = class extends Channel {
    constructor() {
      super();
      window.__got.push('MessageChannel');
    }
  };
  const Observer = window.IntersectionObserver;
  window.IntersectionObserver = class extends Observer {
    constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(() => callback([], this), options);
      window.__got.push('IntersectionObserver');
    }
  };
}

/** Runs before the page: answers, where it is asked, that our button lies on top and nothing is wrong with it. */
export function answerAll(): void {
  document.elementFromPoint = () => document.querySelector('[data-musubi]');
  document.elementsFromPoint = () => [...document.querySelectorAll('[data-musubi]')];
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 70, 34);
  Element.prototype.checkVisibility = () => true;
  const own = window.getComputedStyle;
  window.getComputedStyle = () => own(document.head);
  const Observer = window.IntersectionObserver;
  window.IntersectionObserver = class extends Observer {
    constructor(callback: IntersectionObserverCallback) {
      super(() => callback([], this));
    }
  };
}

/** Runs before the page: says that every event is a person's, as far as a page can. */
export function claimTrust(): void {
  try {
    Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true, configurable: true });
  } catch {
    // It is each event's own and cannot be taken away: as it should be.
  }
}
