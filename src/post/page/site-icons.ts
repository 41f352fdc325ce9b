import type { Media } from '../post.ts';
import { address } from './values.ts';

/** Where networks host their own logos and people's portraits. */
const HOSTS =
  /^(?:static\.licdn\.com|abs\.twimg\.com|www\.redditstatic\.com|static\.cdninstagram\.com|static\.xx\.fbcdn\.net|s\.pinimg\.com|www\.gravatar\.com|[\w-]+\.gravatar\.com|avatars\.githubusercontent\.com|yt3\.(?:ggpht|googleusercontent)\.com|styles\.redditmedia\.com)$/;
const FACE =
  /(?:^|[/_.-])(?:avatars?|profile[_-]?(?:images?|pics?|pictures?|photos?|displayphoto|framedphoto|displaybackgroundimage)|company-logo|favicon|apple-touch-icon|site-?(?:icon|logo)|default[_-]?(?:image|avatar|og|share|thumbnail)|(?:og|social|share)[_-]?(?:default|logo)|placeholder|no[_-]?image)(?=[/_.-]|\d|$)/i;
/** A file named `logo`, in any size. */
const LOGO =
  /(?:^|\/)(?:[a-z]+[_-])?logo(?:[_-]|\d|x(?=\d)|square|dark|light|og|social|share|full|white|black)*\.\w{3,4}$/i;

/** The page's own icons. */
export function siteIconsOf(doc: Document, base: string): ReadonlySet<string> {
  const icons = [...doc.querySelectorAll('link[rel~="icon" i][href], link[rel^="apple-touch-icon" i][href]')];
  return new Set(icons.map((icon) => address(icon.getAttribute('href') ?? '', base)).filter(Boolean));
}

/** Whether a picture is a site's logo or an author's portrait, which sites give for posts without a picture. */
export function isSiteIcon({ url }: Media, marks: ReadonlySet<string>): boolean {
  const { hostname, pathname } = new URL(url);
  return marks.has(url) || HOSTS.test(hostname) || FACE.test(pathname) || LOGO.test(pathname);
}
