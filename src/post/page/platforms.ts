/**
 * Platforms with many authors, by host and by their names. Their own name is never an author, and their pages
 * are in the viewer's language.
 */
const PLATFORMS: readonly (readonly [host: RegExp, names: string])[] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'youtube'],
  [/(?:^|\.)instagram\.com$/, 'instagram'],
  [/(?:^|\.)threads\.(?:com|net)$/, 'threads'],
  [/(?:^|\.)facebook\.com$/, 'facebook meta'],
  [/(?:^|\.)(?:x|twitter)\.com$/, 'x twitter'],
  [/(?:^|\.)linkedin\.com$/, 'linkedin'],
  [/(?:^|\.)tiktok\.com$/, 'tiktok'],
  [/(?:^|\.)douyin\.com$/, 'douyin 抖音'],
  [/(?:^|\.)reddit\.com$/, 'reddit'],
  [/(?:^|\.)pinterest\.[a-z]{2,4}(?:\.[a-z]{2})?$/, 'pinterest'],
  [/(?:^|\.)bsky\.app$/, 'bluesky blueskysocial'],
  [/(?:^|\.)tumblr\.com$/, 'tumblr'],
  [/(?:^|\.)quora\.com$/, 'quora'],
  [/(?:^|\.)medium\.com$/, 'medium'],
  [/(?:^|\.)substack\.com$/, 'substack'],
  [/(?:^|\.)github\.com$/, 'github'],
  [/(?:^|\.)vimeo\.com$/, 'vimeo'],
  [/(?:^|\.)twitch\.tv$/, 'twitch'],
  [/(?:^|\.)spotify\.com$/, 'spotify'],
  [/(?:^|\.)soundcloud\.com$/, 'soundcloud'],
  [/(?:^|\.)note\.com$/, 'note'],
  [/(?:^|\.)qiita\.com$/, 'qiita'],
  [/(?:^|\.)zenn\.dev$/, 'zenn'],
  [/(?:^|\.)ameblo\.jp$/, 'ameba アメーバブログ amebaアメブロ'],
  [/(?:^|\.)hatena\.(?:ne\.jp|blog)$/, 'はてな hatena'],
  [/(?:^|\.)weibo\.(?:com|cn)$/, 'weibo 微博'],
  [/(?:^|\.)bilibili\.com$/, 'bilibili 哔哩哔哩'],
  [/(?:^|\.)zhihu\.com$/, 'zhihu 知乎'],
  [/(?:^|\.)xiaohongshu\.com$/, 'xiaohongshu 小红书'],
  [/(?:^|\.)mp\.weixin\.qq\.com$/, 'wechat 微信 微信公众平台'],
  [/(?:^|\.)tripadvisor\.[a-z]{2,4}(?:\.[a-z]{2})?$/, 'tripadvisor'],
  [/(?:^|\.)yelp\.[a-z]{2,4}(?:\.[a-z]{2})?$/, 'yelp'],
];

/** A name for comparison: letters and digits, lowercase. */
export const condensed = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The platform's names at a host, condensed; null where it is none. */
export function platformAt(host: string): readonly string[] | null {
  return PLATFORMS.find(([pattern]) => pattern.test(host))?.[1].split(' ') ?? null;
}
