import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../src/i18n/language.ts';
import { SITES } from '../../src/sites/sites.ts';
import { grantedOf, usePermissions } from '../../src/team/views/permissions.ts';
import { BookmarkPlus } from '../../src/ui/icon.ts';
import { Knot } from '../../src/ui/knot.tsx';

const NOTHING: ReadonlySet<string> = new Set();
const NAMED = SITES.filter(({ origins }) => origins.length > 0);

/** What to do now: open a feed, press the knot. Without any site, the toolbar button does it on any page. */
export function NextSteps() {
  const granted = usePermissions<ReadonlySet<string>>(() => grantedOf(NAMED), NOTHING);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sites = NAMED.filter(({ id }) => granted.has(id));
  return (
    <div class="next">
      <Knot />
      <h1 ref={heading} tabIndex={-1}>
        {t('welcomeDone')}
      </h1>
      <ol>
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
