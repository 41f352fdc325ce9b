import { LinkPage } from '../../src/results/views/links/link-page.tsx';
import { LinksPage } from '../../src/results/views/links/links-page.tsx';
import { team } from '../../src/team/views/use-team.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { channelName } from './names.ts';
import { daysOf, type Route } from './route.ts';

/** One's own links, or one of them. */
export function LinksRoute({ workspace, route }: { workspace: Workspace; route: Route }) {
  if (route.id === '')
    return <LinksPage workspace={workspace} days={daysOf(route.query) ?? null} channelName={channelName} />;
  return <LinkPage workspace={workspace} id={route.id} team={team.value ?? null} channelName={channelName} />;
}
