import './settings.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { useWidth } from '../../../ui/use-width.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { isPending, settingsTabs, tabHref } from '../../settings-list.ts';
import { LazyPage } from '../lazy-page.tsx';

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

/** Settings: its tabs as links, and the current one. An unknown address opens the first. */
export function SettingsPage({ workspace, id }: { workspace: Workspace; id: string }) {
  const [first = '', ...rest] = id.split('/');
  const all = settingsTabs();
  const shown = all.find((tab) => tab.id === first) ?? (isPending(first) ? undefined : all[0]);
  const tabs = useRef<HTMLElement>(null);
  const width = useWidth(tabs);
  useLayoutEffect(() => {
    const row = tabs.current;
    const at = row?.querySelector<HTMLElement>('[aria-current]');
    // Horizontally only: scrollIntoView would scroll the page too.
    if (row && at) row.scrollLeft += middleOf(at) - middleOf(row);
  }, [shown, width]);
  return (
    <div class="settings">
      <header class="page-head">
        <h1>{t('navSettings')}</h1>
        <p class="soft">{t(shown?.lead ?? 'settingsLead')}</p>
      </header>
      <nav ref={tabs} class="parts" aria-label={t('navSettings')}>
        {all.map((tab) => (
          <a key={tab.id} href={tabHref(tab)} aria-current={tab === shown ? 'page' : undefined}>
            {t(tab.title)}
          </a>
        ))}
      </nav>
      {shown && <LazyPage key={shown.id} load={shown.load} props={{ workspace, rest: rest.join('/') }} />}
    </div>
  );
}
