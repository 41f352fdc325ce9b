/** An id in an address: contains a digit, and is no year, page number or date. */
const ID = /^(?=.*\d)(?!(?:19|20)\d\d$)(?!\d{1,4}$)[\w-]{5,}$/;

function wordsOf(url: URL): string[] {
  const values = [...url.searchParams.values()];
  const segments = url.pathname.split('/');
  return [...segments, ...values].flatMap((part) => {
    const bare = part.replace(/\.(?:x?html?|php|aspx?|amp)$/i, '');
    return [bare, ...bare.split(/[-_.,]/)].map((word) => word.toLowerCase());
  });
}

/** The last meaningful segment of a path without its extension: an article's slug. */
function slugOf({ pathname }: URL): string {
  const parts = pathname.split('/').map((part) => part.replace(/\.(?:x?html?|php|aspx?|amp)$/i, ''));
  return parts.filter((part) => part !== '' && part !== 'amp').at(-1) ?? '';
}

const siteOf = ({ hostname }: URL) => hostname.replace(/^(?:www|m|mobile|amp)\./, '');

/**
 * Whether two addresses of one site may be the same thing: they share an id (`B0011UCPM4`) or end in the same
 * slug (AMP, another section). No proof by itself: used only for what a page says of its own address.
 */
export function isSameThing(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  const [one, other] = [new URL(a), new URL(b)];
  if (siteOf(one) !== siteOf(other)) return false;
  const slug = slugOf(one);
  if (slug.length >= 8 && slug === slugOf(other)) return true;
  const ids = new Set(wordsOf(one).filter((word) => ID.test(word)));
  return wordsOf(other).some((word) => ids.has(word));
}
