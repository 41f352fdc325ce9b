import type { Answer, Ask } from '../answer.ts';
import { script } from '../html.ts';
import { NONCE, strict } from './policy.ts';
import { HOSTILE } from './posts.ts';

interface Condition {
  readonly header?: string;
  readonly css?: string;
  readonly body?: string;
  readonly attribute?: string;
  readonly run?: (markup: string) => void;
}

/** Bad conditions that can be laid over any stand-in's page: `?nasty=policy,small-root,…`, `?nasty=all`. */
const CONDITIONS = {
  /** Only scripts and styles with a nonce, and no markup from text. */
  policy: { header: `${strict}; require-trusted-types-for 'script'; trusted-types 'none'` },
  'small-root': { css: 'html{font-size:10px!important}' },
  /** What is no element yet is not shown; the page's own become some as soon as it is there. */
  undefined: { css: '*:not(:defined){display:none!important}', run: defineOwn },
  'z-index': {
    css: '.nasty-top{position:fixed;inset-block-start:0;inset-inline:0;block-size:8px;z-index:2147483647;background:#f00a}main{position:relative;z-index:2147483646;isolation:isolate}main :is(article,li,section,figure){position:relative;z-index:2147483645}',
    body: '<div class="nasty-top"></div>',
  },
  'right-to-left': { attribute: 'dir="rtl"' },
  /** What its people write looks like markup. */
  hostile: { run: endWithMarkup },
} as const satisfies Readonly<Record<string, Condition>>;

/** Runs in the page, in front of its own scripts: ends everything that somebody wrote with what is no markup. */
function endWithMarkup(markup: string): void {
  Object.assign(window, { __harm: 0 });
  // Words, and none of what is no writer's: accounts, addresses, figures.
  const isWords = (text: string) => text.trim().length > 11 && !/^\s*[@\d]|^\s*u\/|:\/\//.test(text);
  const end = (node: Element): void => {
    for (const name of ['title', 'post-title', 'alt']) {
      const said = node.getAttribute(name) ?? '';
      if (isWords(said)) node.setAttribute(name, `${said} ${markup}`);
    }
  };
  const walk = (within: Node): void => {
    for (const node of within.childNodes) {
      if (node instanceof Text && isWords(node.data)) node.data += ` ${markup}`;
      if (!(node instanceof Element) || node.matches('script,style')) continue;
      end(node);
      walk(node instanceof HTMLTemplateElement ? node.content : node);
    }
  };
  walk(document.body);
}

/** Runs in the page: its custom elements are defined, where it does not do so itself. */
function defineOwn(_: string): void {
  document.addEventListener('DOMContentLoaded', () => {
    for (const { localName } of document.querySelectorAll(':not(:defined)'))
      if (!customElements.get(localName)) customElements.define(localName, class extends HTMLElement {});
  });
}

function asked(query: URLSearchParams): Condition[] {
  const names = query.get('nasty')?.split(',') ?? [];
  return Object.entries(CONDITIONS)
    .filter(([name]) => names.includes(name) || names.includes('all'))
    .map(([, condition]) => condition);
}

/** A stand-in's page with what its address asks for laid over it; anything but a page stays as it is. */
export function overlaid(answer: Answer, { query }: Ask): Answer {
  const conditions = asked(query);
  if (conditions.length === 0 || typeof answer.body !== 'string' || !answer.body.startsWith('<!doctype'))
    return answer;
  const all = (part: 'css' | 'body' | 'attribute') => conditions.map((one) => one[part] ?? '').join(' ');
  const run = conditions.map((one) => (one.run ? script(one.run, HOSTILE.markup).text : '')).join('');
  const attribute = all('attribute').trim();
  // The page's own scripts stand at the end of its body: ours goes in front of the first.
  const [head = '', ...rest] = answer.body.split('<body');
  const body = rest.join('<body').replace('<script', () => `${all('body')}${run}<script`);
  const html = `${head.replace('</head>', () => `<style>${all('css')}</style></head>`)}<body${body}`
    .replace(/<html([^>]*)>/, (_, own: string) =>
      attribute ? `<html${own.replace(/ dir="\w+"/, '')} ${attribute}>` : `<html${own}>`,
    )
    .replace(/<(script|style)(?: nonce="[^"]*")?/g, `<$1 nonce="${NONCE}"`);
  // A page with a policy of its own knows another nonce.
  const own = answer.headers?.['content-security-policy'] && strict;
  const policy = conditions.find((one) => one.header)?.header ?? own;
  return {
    ...answer,
    body: html,
    headers: { ...answer.headers, ...(policy && { 'content-security-policy': policy }) },
  };
}
