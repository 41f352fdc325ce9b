import './contents.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { ArrowLeft, ChevronRight } from '../../../ui/icon.ts';
import type { AdminPage } from './pages.tsx';

/** The address of leading the team, and before those of its pages. */
const HERE = '#/settings/lead';

interface ContentsProps {
  pages: readonly AdminPage[];
  /** The page that is shown; empty where it is the contents themselves. */
  shown: string;
}

/** The table of contents; beside a page the way back to it. */
export function Contents({ pages, shown }: ContentsProps) {
  const here = useRef<HTMLElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    const from = shown || before.current;
    before.current = shown;
    // What was pressed is gone: the focus goes to the way back, or to where one came from.
    here.current?.querySelector<HTMLElement>(shown ? 'a' : `[href$="/${from}"]`)?.focus();
  }, [shown]);
  return (
    <nav ref={here} class="admin-contents" aria-label={t('adminTitle')}>
      {shown ? (
        <a class="admin-back" href={HERE}>
          <ArrowLeft aria-hidden="true" />
          {t('adminTitle')}
        </a>
      ) : (
        <ul>
          {pages.map(({ id, name, about }) => (
            <li key={id}>
              <a href={`${HERE}/${id}`}>
                <span>{t(name)}</span>
                <span class="caption">{t(about)}</span>
                <ChevronRight aria-hidden="true" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
