import type { CDPSession, Page } from 'playwright-core';

/** How long something in a closed root may take to be there, ms; how often it is looked for. */
const WITHIN = 15_000;
const EVERY = 30;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ClickOptions {
  readonly button?: 'left' | 'right' | 'middle';
  readonly modifiers?: readonly ('Shift' | 'Alt' | 'Control')[];
  readonly delay?: number;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** One session of the protocol for each page. */
function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** Runs in the page, on a node of a closed root: where it is drawn, and whether a press in its middle meets its host. */
function placeOf(this: Element): { box: Box; free: boolean } {
  const { x, y, width, height } = this.getBoundingClientRect();
  const root = this.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  const over = document.elementFromPoint(x + width / 2, y + height / 2);
  return { box: { x, y, width, height }, free: width > 0 && height > 0 && over === host };
}

/**
 * A node in a closed root of ours, found as a debugger finds it: by the protocol, which reaches through (`pierce`). No script of a
 * page can, nor can the test tool's own locators.
 */
export class Closed {
  private readonly page: Page;
  private readonly host: string;
  private readonly nth: number;
  private readonly inner: string;

  /** `host`: selector of the hosts on the page, of which the `nth` is meant; `inner`: selector within its root. */
  constructor(page: Page, host: string, nth: number, inner: string) {
    this.page = page;
    this.host = host;
    this.nth = nth;
    this.inner = inner;
  }

  /** Handle of the node by the protocol; null where it is not there. */
  private async find(cdp: CDPSession): Promise<string | null> {
    const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
    const hosts = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: this.host });
    const nodeId = hosts.nodeIds[this.nth];
    if (nodeId === undefined) return null;
    const { node } = await cdp.send('DOM.describeNode', { nodeId, depth: 1, pierce: true });
    const shadow = node.shadowRoots?.[0];
    if (!shadow) return null;
    const pushed = await cdp.send('DOM.pushNodesByBackendIdsToFrontend', {
      backendNodeIds: [shadow.backendNodeId],
    });
    const [within = 0] = pushed.nodeIds;
    const found = await cdp.send('DOM.querySelector', { nodeId: within, selector: this.inner });
    if (found.nodeId === 0) return null;
    const { object } = await cdp.send('DOM.resolveNode', { nodeId: found.nodeId });
    return object.objectId ?? null;
  }

  /** What `run` gives for the node as `this`; undefined where it is not there, or goes meanwhile. */
  private async ask<T>(run: (this: Element, arg: string) => T, arg = ''): Promise<T | undefined> {
    const cdp = await sessionOf(this.page);
    try {
      const objectId = await this.find(cdp);
      if (objectId === null) return undefined;
      const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: `function(arg) { return (${run}).call(this, arg) }`,
        arguments: [{ value: arg }],
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value as T;
    } catch (error) {
      if (this.page.isClosed()) throw error;
      if (/Could not find|No node|not found|Cannot find context|does not belong/i.test(String(error)))
        return undefined;
      throw error;
    }
  }

  private async until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
    const over = Date.now() + WITHIN;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > over) throw new Error(`${this.host} [${this.nth}] ${this.inner}: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  }

  /** Waits until it is there, and gives what a function that runs in the page says of it. */
  evaluate<T>(run: (this: Element, arg: string) => T, arg = ''): Promise<T> {
    return this.until(() => this.ask(run, arg), 'is not there');
  }

  async waitFor({ state = 'attached' }: { state?: 'attached' | 'detached' } = {}): Promise<void> {
    const look = async () => ((await this.isThere()) === (state === 'attached') ? true : undefined);
    await this.until(look, `is not ${state}`);
  }

  async isThere(): Promise<boolean> {
    return (await this.ask(() => true)) === true;
  }

  getAttribute(name: string): Promise<string | null> {
    return this.evaluate(function (this: Element, of: string) {
      return this.getAttribute(of);
    }, name);
  }

  /** Its words, which stand in what CSS draws. */
  words(): Promise<string> {
    const look = async () => (await this.getAttribute('data-words')) || undefined;
    return this.until(look, 'says nothing');
  }

  async focus(): Promise<void> {
    await this.evaluate(function (this: Element) {
      (this as HTMLElement).focus();
      return true;
    });
  }

  /** Where it is drawn, once a press there meets it. */
  async boundingBox(): Promise<Box> {
    const look = async () => {
      await this.ask(function (this: Element) {
        const { top, bottom } = this.getBoundingClientRect();
        if (top < 0 || bottom > innerHeight) this.scrollIntoView({ block: 'center', behavior: 'instant' });
      });
      const place = await this.ask(placeOf);
      return place?.free ? place.box : undefined;
    };
    return this.until(look, 'cannot be pressed');
  }

  async isVisible(): Promise<boolean> {
    return (await this.ask(placeOf).then((place) => place?.box.width ?? 0)) > 0;
  }

  /** Comes to it as a hand does, from outside of it. */
  async hover(): Promise<void> {
    const { x, y, width, height } = await this.boundingBox();
    await this.page.mouse.move(Math.max(0, x - 4), Math.max(0, y - 4));
    await this.page.mouse.move(x + width / 2, y + height / 2);
  }

  /** Presses where the pointer then is. */
  async click({ button = 'left', modifiers = [], delay = 0 }: ClickOptions = {}): Promise<void> {
    await this.hover();
    for (const key of modifiers) await this.page.keyboard.down(key);
    await this.page.mouse.down({ button });
    if (delay > 0) await this.page.waitForTimeout(delay);
    await this.page.mouse.up({ button });
    for (const key of modifiers) await this.page.keyboard.up(key);
  }
}
