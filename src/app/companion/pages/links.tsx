import { useCallback } from 'preact/hooks';
import { LinkPage } from '../../../link/views/link-page.tsx';
import { LinksPage } from '../../../link/views/links-page.tsx';
import { channelOfSource } from '../../../share/channels/index.ts';
import { readUncounted } from '../../../share/uncounted-links.ts';
import { channelName } from '../../../share/views/channel-name.ts';
import { team } from '../../../team/views/use-team.ts';
import type { PageProps } from '../../../ui/page.ts';
import { daysOf } from '../route.ts';

/** One's own links, or one of them. Another address begins it again. */
export function Page(props: PageProps) {
  return <Links key={props.route.id + props.route.query} {...props} />;
}

function Links({ workspace, route }: PageProps) {
  const isAlone = team.value === null;
  const readAlone = useCallback(() => readUncounted(workspace), [workspace]);
  if (route.id === '')
    return (
      <LinksPage
        workspace={workspace}
        days={daysOf(route.query) ?? null}
        channelName={channelName}
        channelOfSource={channelOfSource}
        readUncounted={isAlone ? readAlone : null}
      />
    );
  return <LinkPage workspace={workspace} id={route.id} team={team.value ?? null} channelName={channelName} />;
}
