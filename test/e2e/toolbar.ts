import type { CDPSession, Page } from 'playwright-core';
import type { RunningChromium } from './chromium.ts';

/**
 * The popup of our toolbar button. The test tool does not know such windows as pages, so it is spoken to by the
 * protocol, in messages that its own target carries.
 */
export class ToolbarPopup {
  private readonly browser: CDPSession;
  private readonly session: string;
  private last = 0;

  private constructor(browser: CDPSession, session: string) {
    this.browser = browser;
    this.session = session;
  }

  /**
   * Presses our button in the browser's toolbar on this tab, as a person does: activeTab comes with it. The browser
   * has to be started with `--enable-unsafe-extension-debugging`.
   */
  static async open({ context, extensionId }: RunningChromium, page: Page): Promise<ToolbarPopup> {
    await page.bringToFront();
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('the browser cannot be spoken to');
    const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    const shown = new Promise<string>((resolve) => {
      const look = ({ targetInfo: { type, url, targetId } }: { targetInfo: typeof tab }) => {
        if (type === 'page' && url.endsWith('/popup.html')) resolve(targetId);
      };
      browser.on('Target.targetCreated', look);
      browser.on('Target.targetInfoChanged', look);
    });
    await browser.send('Target.setDiscoverTargets', { discover: true });
    // Newer than the protocol's types that come with the test tool.
    const press = { id: extensionId, targetId: tab.targetId };
    await browser.send('Extensions.triggerAction' as never, press as never);
    const attach = { targetId: await shown, flatten: false };
    const { sessionId } = await browser.send('Target.attachToTarget', attach);
    return new ToolbarPopup(browser, sessionId);
  }

  private send(method: string, params: object): Promise<{ result?: { value?: unknown } }> {
    this.last += 1;
    const id = this.last;
    const answered = new Promise<{ result?: { value?: unknown } }>((resolve) => {
      const hear = ({ sessionId, message }: { sessionId: string; message: string }) => {
        const answer = JSON.parse(message) as { id?: number; result?: { result?: { value?: unknown } } };
        if (sessionId !== this.session || answer.id !== id) return;
        this.browser.off('Target.receivedMessageFromTarget', hear);
        resolve(answer.result ?? {});
      };
      this.browser.on('Target.receivedMessageFromTarget', hear);
    });
    const message = JSON.stringify({ id, method, params });
    return Promise.all([
      answered,
      this.browser.send('Target.sendMessageToTarget', { sessionId: this.session, message }),
    ]).then(([answer]) => answer);
  }

  private async value(expression: string): Promise<unknown> {
    return (await this.send('Runtime.evaluate', { expression })).result?.value;
  }

  /** All that it shows. */
  async text(): Promise<string> {
    return String(await this.value('document.body?.innerText ?? ""'));
  }

  /** A real press on its button with these words; false where there is none. */
  async press(words: string): Promise<boolean> {
    const at = await this.value(`(() => {
      const button = [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === ${JSON.stringify(words)});
      const box = button?.getBoundingClientRect();
      return box ? [box.x + box.width / 2, box.y + box.height / 2].join() : '';
    })()`);
    const [x, y] = String(at).split(',').map(Number);
    if (!x || !y) return false;
    const mouse = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
    await this.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
    return true;
  }
}
