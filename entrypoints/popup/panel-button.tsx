import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../src/i18n/language.ts';
import { Button } from '../../src/ui/button.tsx';
import { sayFailure } from '../../src/ui/failure-toast.ts';
import { PanelRight } from '../../src/ui/icon.ts';

/** Firefox has a sidebar instead of a side panel. */
interface Sidebar {
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens the side panel. Called within the press, where alone browsers allow it. */
async function openPanel(window: number): Promise<void> {
  const { sidebarAction } = browser as unknown as Sidebar;
  if (sidebarAction) await sidebarAction.open();
  else await browser.sidePanel.open({ windowId: window });
  close();
}

/** A button for the side panel; absent where browsers have none. */
export function PanelButton() {
  const [here, setHere] = useState<number | null>(null);
  useEffect(() => {
    // Fetched in advance: waiting for it would lose the user activation.
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
