import { t } from '../../i18n/language.ts';
import { Ellipsis, Keyboard } from '../../ui/icon.ts';
import { Knot } from '../../ui/knot.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { PAGES } from '../page-list.ts';
import { keysShown } from './keys/shown.ts';
import { RailFoot } from './rail-foot.tsx';

const ENTRIES = PAGES.flatMap(({ id, rail }) => (rail ? [{ page: id, ...rail }] : []));

/** A phone's bar has room for five names: these are behind "More". */
const SECOND = ENTRIES.filter(({ isSecond }) => isSecond).map(({ page }) => page);

/** Pages without room in a phone's bar. Hidden on wider screens. */
function More({ page }: { page: string }) {
  const items = ENTRIES.filter(({ page: to }) => SECOND.includes(to));
  return (
    <li class="rail-more" data-current={SECOND.includes(page) ? '' : undefined}>
      <Menu
        label={t('navMore')}
        kind="quiet"
        icon={<Ellipsis aria-hidden="true" />}
        items={items.map(({ page: to, name, Icon }) => ({
          id: to,
          label: t(name),
          icon: <Icon aria-hidden="true" />,
        }))}
        onSelect={(to) => location.assign(`#/${to}`)}
      />
    </li>
  );
}

/** The navigation; at its foot, shortcuts and sync state. Below 700 px a bar at the bottom, without shortcuts. */
export function Rail({ page, workspace }: { page: string; workspace: Workspace }) {
  return (
    <aside class="rail no-print">
      <a class="rail-brand" href="#/me">
        <Knot />
        Musubi
      </a>
      <nav aria-label={t('navName')}>
        <ul>
          {ENTRIES.map(({ page: to, name, Icon }) => (
            <li key={to} data-second={SECOND.includes(to) ? '' : undefined}>
              <a href={`#/${to}`} aria-current={to === page ? 'page' : undefined}>
                <Icon aria-hidden="true" />
                <span>{t(name)}</span>
              </a>
            </li>
          ))}
          <More page={page} />
        </ul>
      </nav>
      <button
        type="button"
        class="rail-keys caption"
        aria-keyshortcuts="?"
        onClick={() => {
          keysShown.value = true;
        }}
      >
        <Keyboard aria-hidden="true" />
        {t('keysTitle')}
        <span class="rail-key" aria-hidden="true">
          ?
        </span>
      </button>
      <RailFoot workspace={workspace} />
    </aside>
  );
}
