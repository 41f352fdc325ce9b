import fc from 'fast-check';

/** Any code points, half surrogate pairs among them. (fast-check's own `binary`, `domain` and `webUrl`
 * take seconds to set up on a busy machine.) */
export function anyText(maxLength = 20): fc.Arbitrary<string> {
  const point = fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff));
  return fc.array(point, { maxLength }).map((points) => String.fromCodePoint(...points));
}

const name = fc.stringMatching(/^[a-z][a-z_]{0,7}$/).filter((text) => text !== 'ref');
const value = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9%+'()*!~;:@,$-]{0,8}$/),
  fc.constantFrom('%E3%81%82', '%zz', 'a=b', '日本', ''),
);
const own = fc.tuple(name, value).map(([key, text]) => `${key}=${text}`);
const clutter = fc.constantFrom(
  'fbclid=IwAR0',
  'gclid=1',
  'igshid=x==',
  'mc_eid=2',
  'FBCLID=3',
  '%66bclid=4',
);
const labels = fc.constantFrom('utm_source=letter', 'utm_medium=', 'utm_content=a', 'utm_term=b', 'ref=main');

/** Parameters of a page's own, in their spelling, free of anything that we take away or add. */
export const ownPairs = fc.array(
  own.filter((pair) => !/^(utm_|musubi|ga_|_)/.test(pair)),
  { maxLength: 5 },
);
export const pairs = fc.array(fc.oneof(own, clutter, labels), { maxLength: 7 });
export const fragment = fc.constantFrom('', '#', '#top', '#/a?b=c&d', '#断片', '#a#b');
export const base = fc.constantFrom(
  'https://shop.example',
  'https://shop.example/',
  'http://shop.example:8080/a/b',
  'https://日本語.example/お店',
  "https://shop.example/it's",
);

export const target = fc
  .tuple(base, pairs, fragment)
  .map(([front, query, end]) => `${front}${query.length > 0 ? `?${query.join('&')}` : ''}${end}`);

export const hostile = fc.oneof(
  anyText(60),
  fc
    .array(
      fc.constantFrom(
        '\u202e',
        '\u202a',
        '\u202c',
        '\u2066',
        '\u2068',
        '\u2069',
        '\u200b',
        '\ud800',
        'a',
        'あ',
        '\n',
        ' ',
      ),
      { maxLength: 30 },
    )
    .map((chars) => chars.join('')),
);

const label = fc.stringMatching(/^[a-zA-Z0-9-]{1,6}$/);
/** What looks like a host, and now and then is none. */
export const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
