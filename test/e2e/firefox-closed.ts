import type { Page } from 'puppeteer-core';

/** A node as WebDriver BiDi serialises it. https://w3c.github.io/webdriver-bidi/#type-script-RemoteValue */
interface Remote {
  readonly value?: {
    readonly localName?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly Remote[];
    readonly shadowRoot?: Remote | null;
  };
}

/** What the driver's own page knows of its connection: that is no part of its types. */
interface Driven {
  readonly connection: {
    send(method: string, params: object): Promise<{ result: { result?: Remote } }>;
  };
}

/**
 * Names and states of the buttons of a pair, in its closed root: the remote protocol serialises those too (`includeShadowTree`),
 * as no script of a page can.
 */
export async function buttonsOf(page: Page, pair: number): Promise<{ name: string; pressed: boolean }[]> {
  const browser = page.browser() as unknown as Driven;
  const { result } = await browser.connection.send('script.evaluate', {
    expression: `document.querySelectorAll('[data-musubi]')[${pair}]`,
    target: { context: (page.mainFrame() as unknown as { _id: string })._id },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 3, includeShadowTree: 'all' },
  });
  const children = result.result?.value?.shadowRoot?.value?.children ?? [];
  return children
    .filter(({ value }) => value?.localName === 'button')
    .map(({ value }) => ({
      name: value?.attributes?.['aria-label'] ?? '',
      pressed: value?.attributes?.['data-on'] !== undefined,
    }));
}
