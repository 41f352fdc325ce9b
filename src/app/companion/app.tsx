import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { PageProps } from '../../ui/page.ts';
import { Toasts } from '../../ui/toast.tsx';
import { TroubleBar } from '../../ui/trouble.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { useLanguage } from '../follow-language.ts';
import { pageOf } from '../page-list.ts';
import { HintLine } from './hint-line.tsx';
import { Keys } from './keys/keys.tsx';
import { Palette } from './keys/palette.tsx';
import { LazyPage } from './lazy-page.tsx';
import { Me } from './me.tsx';
import { Rail } from './rail.tsx';
import { type Route, routeOf } from './route.ts';

function Shown({ route, workspace, note }: PageProps) {
  const { load } = pageOf(route.page);
  return load ? (
    <LazyPage load={load} props={{ workspace, route, note }} />
  ) : (
    <Me workspace={workspace} route={route} />
  );
}

function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}

interface AppProps {
  workspace: Workspace;
  /** Content above a page where the companion runs on the web. */
  above?: (page: string) => ComponentChildren;
  /** A note for the page itself, which shows it below its head. */
  note?: (page: string) => ComponentChildren;
}

/** The companion: rail, current page and messages. */
export function App({ workspace, above, note }: AppProps) {
  const route = useRoute();
  useLanguage(workspace);
  const main = useRef<HTMLElement>(null);
  const before = useRef(route.page);
  const title = t(pageOf(route.page).title);
  useEffect(() => {
    document.title = `${title} · Musubi`;
  }, [title]);
  useEffect(() => {
    if (before.current === route.page) return;
    before.current = route.page;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [route.page]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t('navToContent')}
      </button>
      {route.page !== 'join' && <Rail page={route.page} workspace={workspace} />}
      <main
        id="main"
        data-alone={route.page === 'join' ? '' : undefined}
        ref={main}
        tabIndex={-1}
        aria-label={title}
      >
        <TroubleBar workspace={workspace} />
        {above?.(route.page)}
        <HintLine key={`hint ${route.page}`} workspace={workspace} page={route.page} id={route.id} />
        <Shown key={route.page} route={route} workspace={workspace} note={note?.(route.page)} />
      </main>
      <Keys />
      <Palette workspace={workspace} />
      <Toasts />
    </>
  );
}
