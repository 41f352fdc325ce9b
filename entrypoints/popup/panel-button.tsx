import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../src/i18n/language.ts';
import { Button } from '../../src/ui/button.tsx';
import { sayFailure } from '../../src/ui/failure-toast.ts';
import { PanelRight } from '../../src/ui/icon.ts';

/** Firefox calls it the sidebar; it has no side panel. */
interface Sidebar {
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens what stands beside a page. Called in the press itself: the browser allows it only there. */
async function openPanel(window: number): Promise<void> {
  const { sidebarAction } = browser as unknown as Sidebar;
  if (sidebarAction) await sidebarAction.open();
  else await browser.sidePanel.open({ windowId: window });
  close();
}

/** The way to the panel beside the page. Nothing in a browser that has none. */
export function PanelButton() {
  const [here, setHere] = useState<number | null>(null);
  useEffect(() => {
    // Known before the press: waiting for it afterwards would lose the press.
    browser.windows.getCurrent().then(
      ({ id }) => setHere(id ?? null),
      () => setHere(null),
    );
  }, []);
  const has = 'sidePanel' in browser || 'sidebarAction' in browser;
  if (!has || here === null) return null;
  return (
    <Button
      kind="quiet"
      icon={<PanelRight aria-hidden="true" />}
      title={t('popupPanel')}
      aria-label={t('popupPanel')}
      onClick={() => openPanel(here).catch(sayFailure)}
    />
  );
}
