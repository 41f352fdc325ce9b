import type { Ask, Site } from './answer.ts';
import { html, page } from './html.ts';

/** Where each network's official share window is, by host. */
const WINDOWS: Readonly<Record<string, RegExp>> = {
  'x.com': /^\/(intent|share)\b/,
  'twitter.com': /^\/(intent|share)\b/,
  'bsky.app': /^\/intent\/compose/,
  'www.facebook.com': /^\/sharer\//,
  'b.hatena.ne.jp': /^\/add/,
  'social-plugins.line.me': /^\/lineit\/share/,
  'line.me': /^\/R\//,
  'www.linkedin.com': /^\/sharing\//,
  'www.threads.net': /^\/intent\//,
  'www.threads.com': /^\/intent\//,
  'threads.net': /^\/intent\//,
  'threads.com': /^\/intent\//,
  'www.reddit.com': /^\/submit/,
  'note.com': /^\/intent\/post/,
  'www.pinterest.com': /^\/pin\/create\/button/,
  'api.whatsapp.com': /^\/send/,
  't.me': /^\/share\/url/,
  'service.weibo.com': /^\/share\/share\.php/,
  'connect.qq.com': /^\/widget\/shareqq\//,
  'sns.qzone.qq.com': /^\/cgi-bin\/qzshare\//,
  'creator.xiaohongshu.com': /^\/publish\//,
  'creator.douyin.com': /^\/creator-micro\//,
  'mastodon.example': /^\/share/,
  'misskey.example': /^\/share/,
  'social.example': /^\/share/,
};

const css = `body{font:16px/1.5 system-ui,sans-serif;margin:40px auto;max-width:560px;padding:0 16px;color:#1c1a17;background:#fff}
dt{color:#6a645a;font-size:13px}dd{margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #ddd;border-radius:8px;padding:8px 12px}`;

export const isShareWindow = ({ host, path }: Ask): boolean => WINDOWS[host]?.test(path) ?? false;

/** A plain page that shows what a share window was opened with. */
export const shareWindow: Site = (ask) =>
  isShareWindow(ask)
    ? {
        body: page({
          lang: 'en',
          title: `Share window of ${ask.host}`,
          css,
          body: html`<h1>${ask.host}</h1><p>A stand-in for the share window at ${ask.path}. Nothing is posted.</p>
<dl id="query">${[...ask.query].map(([name, value]) => html`<dt>${name}</dt><dd data-name="${name}">${value}</dd>`)}</dl>`,
        }),
      }
    : null;

export const shareHosts: readonly string[] = Object.keys(WINDOWS);
