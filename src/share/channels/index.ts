import { bluesky } from './bluesky.ts';
import type { Channel } from './channel.ts';
import { copy } from './copy.ts';
import { douyin } from './douyin.ts';
import { email } from './email.ts';
import { facebook } from './facebook.ts';
import { hatena } from './hatena.ts';
import { instagram } from './instagram.ts';
import { line } from './line.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import { misskey } from './misskey.ts';
import { note } from './note.ts';
import { pinterest } from './pinterest.ts';
import { qq } from './qq.ts';
import { qr } from './qr.ts';
import { qzone } from './qzone.ts';
import { reddit } from './reddit.ts';
import { sms } from './sms.ts';
import { system } from './system.ts';
import { telegram } from './telegram.ts';
import { threads } from './threads.ts';
import { wechat } from './wechat.ts';
import { weibo } from './weibo.ts';
import { whatsapp } from './whatsapp.ts';
import { x } from './x.ts';
import { xiaohongshu } from './xiaohongshu.ts';

/** Every channel in its default order. */
export const CHANNELS: readonly Channel[] = [
  ...[x, bluesky, linkedin, hatena, threads, mastodon, misskey, facebook, instagram, reddit, pinterest, note],
  ...[line, whatsapp, telegram, email, sms],
  ...[weibo, wechat, xiaohongshu, douyin, qq, qzone],
  ...[qr, copy, system],
];

/** The channel with this id; undefined for an unknown one (from an older setting or a newer hub). */
export function channelOf(id: string): Channel | undefined {
  return CHANNELS.find((channel) => channel.id === id);
}

/** The channel whose links are labelled with a source (`utm_source`); empty where none is. */
export const channelOfSource = (source: string): string =>
  CHANNELS.find(({ utmSource }) => utmSource === source)?.id ?? '';
