/** Names of a new site: its id, the name of its value, and an invented host until the real one is written in. */
export interface Named {
  readonly id: string;
  readonly value: string;
  readonly host: string;
}

export const recipe = ({ id, value, host }: Named): string => `import type { Recipe } from './recipe.ts';

/** What an address of a post looks like. Its groups are {1}, {2}… in the fields below. */
const PERMALINK = '/([\\\\w.-]+)/posts/(\\\\d+)';

/** TODO: what is peculiar about this site's pages: what is recycled, drawn in shadow roots, missing. */
export const ${value}: Recipe = {
  id: '${id}',
  // As the site spells itself.
  name: '${id}',
  version: 1,
  // The month in which somebody saw it match the real site.
  verified: '${new Date().toISOString().slice(0, 7)}',
  // Host names without www., and what the browser is asked for.
  hosts: ['${host}'],
  origins: ['https://${host}/*'],
  // Sides of an icon and of a button in px, like the site's own; the element whose colour the icons take.
  look: { icon: 18, box: 32, gap: 2, like: '[data-testid="actions"] button' },
  forms: [
    {
      kind: 'post',
      // What a post's root is. Newest markup first; an old one stays while a site still serves it.
      root: ['[data-testid="post"]'],
      // Advertisements and notices in a post's clothes. Leave out if there are none.
      not: '[data-testid="ad"] [data-testid="post"]',
      // Parts of another post inside: a quotation.
      inner: '[data-testid="quote"]',
      // The site's own id of the post, from the surest place: the permalink. These run at every change: keep them few.
      id: [
        { at: 'a[href*="/posts/"] > time', up: 'a', attr: 'href', re: PERMALINK, to: '$2' },
        { at: 'a[href*="/posts/"]', attr: 'href', re: PERMALINK, to: '$2' },
      ],
      fields: {
        // The address by which the post is found again.
        url: [{ at: '', re: '', to: 'https://${host}/{1}/posts/{2}' }],
        // The name as shown, then as a link of the author says it.
        name: [{ at: '[data-testid="author"]', as: 'text' }, { at: 'a[href="/{1}"]' }],
        // How the site addresses the author.
        handle: [{ at: '', re: '', to: '@{1}' }],
        // The author's own page.
        profile: [{ at: '', re: '', to: 'https://${host}/{1}' }],
        // The whole text: 'text' as HTML breaks lines, 'lines' where breaks in the source are the writer's own.
        text: [{ at: '[data-testid="text"]', as: 'text' }],
        // The language, where the page says it.
        lang: [{ at: '[data-testid="text"][lang]', attr: 'lang' }],
        // Machine time. Never a localised text.
        time: [{ at: 'time[datetime]', attr: 'datetime', as: 'moment' }],
      },
      // Links that go out of the site.
      links: '[data-testid="text"] a[href]',
      // Pictures and videos; re and to make the full picture's address of the one shown.
      media: [
        { kind: 'image', at: '[data-testid="media"] img', attr: 'src', alt: 'alt' },
        { kind: 'video', at: 'video[poster]', attr: 'poster' },
      ],
      // Counts as shown, exact ones first.
      counts: { likes: [{ at: '[data-testid="like"]' }] },
      // Where the two buttons go: into the site's own row, else near something that is always there.
      bar: [
        { at: '[data-testid="actions"]', put: 'append' },
        { at: 'time[datetime]', put: 'after' },
      ],
    },
  ],
};
`;

export const posts = ({
  id,
  host,
}: Named): string => `/** Invented content of the stand-in for ${id}. Never a real person's words. */
export const post = {
  host: 'https://${host}',
  path: '/mori_bakes/posts/1001',
  name: 'Mori Bakes',
  handle: 'mori_bakes',
  text: 'The oven is warm again.',
  lang: 'en',
  time: '2026-11-23T08:00:00.000Z',
  likes: 12,
} as const;
`;

export const host = ({ id, value }: Named): string => `import type { Site } from '../answer.ts';
import { html, type Markup, page } from '../html.ts';
import { post } from './posts.ts';

/** The markup of today, with the site's own hooks and none of its text. */
const present = (): Markup =>
  html\`<article data-testid="post"><a href="/\${post.handle}" data-testid="author">\${post.name}</a> <a href="\${post.path}"><time datetime="\${post.time}">1 h</time></a><p data-testid="text" lang="\${post.lang}">\${post.text}</p><div data-testid="actions"><button type="button" data-testid="like">\${post.likes}</button></div></article>\`;

/** TODO: the markup of before, while the site still serves it somewhere. */
const former = present;

/** Stand-in for ${id}, of today or (\`?markup=older\`) of before. */
export const ${value}: Site = ({ path, query }) => {
  const older = query.get('markup') === 'older';
  if (path !== '/' && path !== post.path) return null;
  const body = html\`<main>\${older ? former() : present()}</main>\`;
  return { body: page({ lang: 'en', title: '${id}', css: '', body }) };
};
`;

export const expected = ({
  value,
}: Named): string => `import type { Expected, ExpectedPage } from '../expected.ts';
import { post } from './posts.ts';

const one: Expected = {
  url: post.host + post.path,
  kind: 'post',
  name: post.name,
  handle: \`@\${post.handle}\`,
  profile: \`\${post.host}/\${post.handle}\`,
  text: post.text,
  lang: post.lang,
  time: post.time,
  links: [],
  media: [],
  counts: { likes: post.likes },
  quotes: null,
  answers: null,
};

export const ${value}Expected = {
  feed: { address: \`\${post.host}/\`, posts: [one], ads: 0 },
  detail: { address: post.host + post.path, posts: [one], ads: 0 },
  feedOlder: { address: \`\${post.host}/?markup=older\`, posts: [one], ads: 0 },
} as const satisfies Readonly<Record<string, ExpectedPage>>;
`;

export const test = ({ id, value }: Named): string => `import { afterEach, describe, it } from 'vitest';
import { ${value} } from '../../../src/sites/${id}.ts';
import { ${value}Expected } from '../../hosts/${id}/expected.ts';
import { ${value} as host } from '../../hosts/${id}/${id}.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

afterEach(closeStandIn);

describe('${id}', () => {
  it.each(Object.entries(${value}Expected))('reads every field of every post: %s', (_, page) => {
    openStandIn(host, page.address);
    readsAs(${value}, page);
  });
});
`;
