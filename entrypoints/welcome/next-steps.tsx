import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../src/i18n/language.ts';
import { SITES } from '../../src/sites/sites.ts';
import { grantedOf, usePermissions } from '../../src/team/views/permissions.ts';
import { BookmarkPlus, Puzzle } from '../../src/ui/icon.ts';
import { Knot } from '../../src/ui/knot.tsx';

const NOTHING: ReadonlySet<string> = new Set();
const NAMED = SITES.filter(({ origins }) => origins.length > 0);

/** Whether our button is pinned to the toolbar; false where the browser cannot tell (Firefox before 145). */
function usePinned(): boolean {
  const [isPinned, setPinned] = useState(false);
  useEffect(() => {
    if (!browser.action?.getUserSettings) return;
    browser.action.getUserSettings().then(
      ({ isOnToolbar }) => setPinned(isOnToolbar === true),
      () => undefined,
    );
  }, []);
  return isPinned;
}

/** Next steps: open a feed, press the knot. Without any site, the toolbar button works on any page. */
export function NextSteps() {
  const granted = usePermissions<ReadonlySet<string>>(() => grantedOf(NAMED), NOTHING);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isPinned = usePinned();
  const sites = NAMED.filter(({ id }) => granted.has(id));
  return (
    <div class="next">
      <Knot />
      <h1 ref={heading} tabIndex={-1}>
        {t('welcomeDone')}
      </h1>
      <ol>
        {!isPinned && (
          <li>
            <Puzzle aria-hidden="true" /> {t(import.meta.env.FIREFOX ? 'welcomePinFirefox' : 'welcomePin')}
          </li>
        )}
        <li>
          {sites.length > 0 ? t('welcomeOpen') : t('welcomeOpenAny')}
          {sites.length > 0 && (
            <span class="next-sites">
              {sites.map((site) => (
                <a key={site.id} class="button" href={`https://${site.hosts[0]}/`}>
                  {site.name}
                </a>
              ))}
            </span>
          )}
        </li>
        <li>
          <Knot /> {t(sites.length > 0 ? 'welcomePressKnot' : 'welcomePressShare')}
        </li>
        <li>
          <BookmarkPlus aria-hidden="true" /> {t('welcomePressKeep')}
        </li>
      </ol>
      <p>
        <a href={browser.runtime.getURL('/companion.html')}>{t('welcomeCompanion')}</a>
      </p>
    </div>
  );
}
