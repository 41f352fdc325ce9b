import type { Site } from './answer.ts';
import { bluesky } from './bluesky/bluesky.ts';
import { generic } from './generic/generic.ts';
import { instagram } from './instagram/instagram.ts';
import { linkedin } from './linkedin/linkedin.ts';
import { mastodon } from './mastodon/mastodon.ts';
import { note } from './note/note.ts';
import { picture } from './picture.ts';
import { playground } from './playground.ts';
import { oldReddit, reddit } from './reddit/reddit.ts';
import { shareHosts, shareWindow } from './share-windows.ts';
import { x } from './x/x.ts';
import { youtube } from './youtube/youtube.ts';

const pictures: Site = ({ path }) => picture(path);
const server: Site = (ask) => (ask.path.startsWith('/emoji/') ? picture(ask.path) : mastodon(ask));
const shop: Site = (ask) => (ask.path.startsWith('/pictures/') ? picture(ask.path) : generic(ask));

/** Plain script that a page of the host may ask for; nothing more. */
const SITES: Readonly<Record<string, Site>> = {
  'x.com': x,
  'twitter.com': x,
  'mastodon.example': server,
  'social.example': server,
  'bsky.app': bluesky,
  'www.reddit.com': reddit,
  'old.reddit.com': oldReddit,
  'www.instagram.com': instagram,
  'note.com': note,
  'www.linkedin.com': linkedin,
  'www.youtube.com': youtube,
  'm.youtube.com': youtube,
  'musubi.example': playground,
  'asahi-coffee.example': shop,
  'pbs.twimg.com': pictures,
  'abs-0.twimg.com': pictures,
  'video.twimg.com': pictures,
  'cdn.bsky.app': pictures,
  'video.bsky.app': pictures,
  'i.redd.it': pictures,
  'preview.redd.it': pictures,
  'assets.st-note.com': pictures,
  'scontent-nrt1-1.cdninstagram.com': pictures,
  'files.mastodon.example': pictures,
  'media.licdn.com': pictures,
  'i.ytimg.com': pictures,
  'yt3.ggpht.com': pictures,
  'fonts.gstatic.com': pictures,
};

/** The stand-in that answers for a host; share windows come before the site's own pages. */
export function siteOf(host: string): Site | null {
  const own = SITES[host];
  if (!own && !shareHosts.includes(host)) return null;
  return (ask) => shareWindow(ask) ?? own?.(ask) ?? null;
}
