import { MePage } from '../../results/views/me/me-page.tsx';
import { channelName } from '../../share/views/channel-name.ts';
import type { PageProps } from '../../ui/page.ts';
import { inExtension } from '../in-extension.ts';
import { materialNames, siteName } from '../names.ts';
import { countedHref, meHref, reportHref, spanIn } from './route.ts';
import { useSeenClicks } from './use-seen-clicks.ts';

const LINKS = {
  counted: countedHref,
  captures: '#/captures',
  links: '#/links',
  report: reportHref,
  sites: inExtension ? '#/settings/sites' : null,
};

/** Marks the first full paint for the bench: the frame after the figures are rendered. */
function markPainted(): void {
  requestAnimationFrame(() => performance.mark('musubi-painted'));
}

/** The first page: one's own figures. Part of the companion's script, so that it appears at once. */
export function Me({ route, workspace }: PageProps) {
  useSeenClicks(workspace);
  return (
    <MePage
      workspace={workspace}
      {...spanIn(route.query)}
      onSpan={(kind, own) => location.replace(meHref(kind, own))}
      channelName={channelName}
      siteName={siteName}
      links={LINKS}
      materialNames={(ids) => materialNames(workspace, ids)}
      onShown={markPainted}
    />
  );
}
