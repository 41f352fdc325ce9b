import { t } from '../../src/i18n/language.ts';
import type { LibraryItem } from '../../src/library/item.ts';
import { LibraryPage } from '../../src/library/views/library-page.tsx';
import { barePost } from '../../src/post/bare.ts';
import { canonicalUrl } from '../../src/post/canonical.ts';
import type { RawPost } from '../../src/post/post.ts';
import { openSheet } from '../../src/share/views/sheet/mount.tsx';
import { team } from '../../src/team/views/use-team.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { channelName, siteName } from './names.ts';
import { readChoices } from './person.ts';

/** An item as what the sheet shares: its link, with the team's words to start from. */
function postOf({ link, title, versions }: LibraryItem): RawPost {
  const [first] = versions;
  return {
    ...barePost(canonicalUrl(link), link, title),
    text: first?.words ?? '',
    lang: first?.language ?? '',
    missing: ['author', 'handle', 'time'],
  };
}

/** The library: of the team where there is one, else what it would be. */
export function Library({ workspace }: { workspace: Workspace }) {
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
          <p class="soft">{t('libraryAlone')}</p>
        </header>
        <a href="#/team">{t('navJoin')}</a>
      </>
    );
  return (
    <LibraryPage
      team={now}
      channels={channels}
      siteName={siteName}
      onShare={(item, near) => openSheet(postOf(item), near)}
    />
  );
}
