import { t } from '../../../i18n/language.ts';
import { address } from '../../../library/item.ts';
import { lastMonths } from '../../../library/months.ts';
import { LibraryPage } from '../../../library/views/library-page.tsx';
import { OwnTemplates } from '../../../library/views/own-templates.tsx';
import { useResults } from '../../../results/views/use-results.ts';
import { channelName } from '../../../share/views/channel-name.ts';
import { readChoices } from '../../../share/views/person-choices.ts';
import { openSheet } from '../../../share/views/sheet/mount.tsx';
import type { Team } from '../../../team/team.ts';
import { team } from '../../../team/views/use-team.ts';
import type { PageProps } from '../../../ui/page.ts';
import { useLive } from '../../../workspace/live.ts';
import { postOf } from '../../item-post.ts';
import { siteName } from '../../names.ts';

/** The team's library, or an explanation of it without a team. */
export function Page({ workspace, route: { query } }: PageProps) {
  const now = team.value;
  const choices = useLive(() => readChoices(workspace), [workspace]);
  const ids = choices.state === 'ready' ? choices.value.channels : [];
  const channels = ids.map((id) => ({ id, name: channelName(id) }));
  if (now === undefined) return null;
  if (now === null)
    return (
      <>
        <header class="page-head">
          <h1>{t('libraryTitle')}</h1>
          <p class="soft">
            {t('libraryAlone')} <a href="#/team">{t('navJoin')}</a>
          </p>
        </header>
        <OwnTemplates workspace={workspace} />
      </>
    );
  return <TeamLibrary key={query.toString()} team={now} channels={channels} offered={offeredIn(query)} />;
}

interface TeamLibraryProps {
  team: Team;
  channels: readonly { id: string; name: string }[];
  offered: { title: string; link: string } | null;
}

/** The page to add that an address offers, as the popup writes it; null for none. */
function offeredIn(query: URLSearchParams): TeamLibraryProps['offered'] {
  const link = query.get('link') ?? '';
  if (!address.safeParse(link).success || link === '') return null;
  return { link, title: (query.get('title') ?? '').slice(0, 300) };
}

/** The library with results by item: the team's figures of the visible months. */
function TeamLibrary({ team: now, ...props }: TeamLibraryProps) {
  const months = lastMonths(Date.now());
  const { materials } = useResults(now, months)(months);
  const cameOf = (id: string) => {
    const sums = materials.get(id);
    const clicked = sums?.clicked ?? 0;
    return [
      sums && sums.opened > 0 && t('libraryOpenedN', { n: sums.opened }),
      clicked > 0 && t('libraryClickedN', { n: clicked }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <LibraryPage
      team={now}
      siteName={siteName}
      cameOf={cameOf}
      onShare={(item, near) => openSheet(postOf(item), near)}
      {...props}
    />
  );
}
