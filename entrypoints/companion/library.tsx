import { t } from '../../src/i18n/language.ts';
import { LibraryPage } from '../../src/library/views/library-page.tsx';
import { openSheet } from '../../src/share/views/sheet/mount.tsx';
import { team } from '../../src/team/views/use-team.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { postOf } from './item-post.ts';
import { channelName, siteName } from './names.ts';
import { readChoices } from './person.ts';

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
