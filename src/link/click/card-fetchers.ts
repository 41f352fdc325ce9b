/**
 * Who fetches a card for a network, a chat, a note or a mail: a person may follow later, nobody did yet. Verified 2026-11
 * against what each service documents of itself, or what its source sends.
 */

const either = (names: readonly string[]) => new RegExp(names.join('|'), 'i');

/** What a fetcher does, by the words that services have for it: those of tomorrow are called so too. */
const BY_WORK = either([
  '(?:ur[il]|link|site|web|page|embed|media|metadata)[-_ ]?(?:un(?:furl|roll)|preview|expan[ds]|embed|card|meta)',
  '(?:link|embed)[-_ ]?(?:service|fetch|resolve|info|sniff|parse)',
  'un(?:furl|roll)(?:er|ing|bot)?(?![a-z])|onebox|o-?embed|open-?graph|og-?(?:image|tags?|scrape)',
  '(?:rich|smart)[-_ ]?link|preview[-_ ]?(?:bot|service|fetch|generator|loader)|peek-?bot',
  'meta-?(?:data|tags?)[-_ ]?(?:fetch|retriev|scrap|bot|extract)',
]);

/** Fetchers by a name that no person's browser has. A fetcher may carry others' names too, whose cards it asks for. */
const BY_NAME = either([
  'facebookexternalhit|facebookexternalua|facebookcatalog|Facebot|meta-externalhit|meta-externalfetcher.*preview',
  'Twitterbot|LinkedInBot|Slackbot|Slack-ImgProxy|Discordbot|TelegramBot|SkypeUriPreview|TeamsBot|ZoomBot',
  'Microsoft-?Preview|BingPreview|Google-?Chat|Google-PageRenderer|Google Web Preview|GoogleImageProxy|Google-Read-Aloud',
  'developers\\.google\\.com/\\+/web/snippet|Line-?Poker|LineBot|kakaotalk-scrap|KakaoStory-Scrap|Zalo(?:Bot|Preview)',
  'Pinterestbot|Pinterest/[\\d.]+ \\(\\+|redditbot|Tumblr/|vkShare|VKRobot|OdklBot|Quora-?Bot|Xing ?Bot|XING-contenttab',
  'Embedly|Iframely|Iframe\\.ly|Cardyb|SummalyBot|Summaly/|bitlybot|EvernoteRich|CodaBot|NotionBot|NotionEmbedder',
  'Instagram-?Link|Yahoo(?:!|%21)? Link|YahooMailProxy|FastmailUA|github-camo|Snap URL|WeChatShareExtension.*bot',
  'QQ-?URL-?|Weibo.*(?:Spider|bot)|DingTalkBot|GroupMeBot|KeybaseBot|AnytypeBot|LinkArchiver|ArenaUnfurl|TwilioProxy',
  'HatenaBookmark|Hatena::|Hatena-Favicon|note-?bot|naver\\.me(?!/spd)|Yeti-?Preview|mixi-?check|Applebot-?Link',
  'Valve/Steam|SteamChatURLLookup|Atlassian.*Link|WebsiteMetadataRetriever|Disqus/',
  'Synapse[/ ]?\\(?(?:bot|[\\d.])|matrix-(?:media-repo|bot|url)|Dendrite/|Conduit(?:uw)?it?y?/[\\d.]+|mautrix',
  'January/[\\d.]+; \\+|revoltchat/|stoatchat/|Limnoria|The Lounge IRC',
]);

/**
 * Names of services that fetch cards, and of the apps in which people read the same: in a whole browser's agent it is the
 * app. Federated servers fetch the cards of what is posted on them.
 */
const SHARED = either([
  '\\b(?:WhatsApp/|WhatsApp$|Signal/|Signal-|Viber|Zalo|Threema|Wire/|Session/|SimpleX|Telegram|Line/|LINE ?WORKS|KakaoTalk|KakaoWork',
  'Mattermost|Rocket\\.?Chat|Zulip|Element/|Element-|Discourse|Guilded|Revolt|Stoat|Keybase|Nextcloud|Chatwork|ChatWork|Twist/',
  'Slack/|Discord/|Webex|RingCentral|Zoom(?![a-z])|Lark|Feishu|DingTalk|wxwork|WeCom|WeChat|Weixin|Bale/|Rubika|IRCCloud|Gitter|Flock/|Pumble',
  'Mastodon|Misskey|Sharkey|Firefish|Iceshrimp|Calckey|Foundkey|Pleroma|Akkoma|Friendica|Hubzilla|GoToSocial|Pixelfed|PeerTube',
  'Lemmy|kbin|Mbin|PieFed|Takah[eē]|WriteFreely|ActivityPub|Bluesky|Warpcast|Farcaster|Notion|Trello|Asana/|Linear/|ClickUp|Outline/|Anytype)',
]);

/** A browser's own agent, or that of an app which draws with one: it begins with the system that it runs on. */
const isWholeBrowser = (agent: string): boolean =>
  /Mozilla\/5\.0 \((?:Windows|Macintosh|X11|Linux|Android|iPhone|iPad|iPod|Phone|Tablet|PC)\b/.test(agent) &&
  !/\bcompatible;|\bbot\b|\+https?:/i.test(agent);

/** Whether an agent is a fetcher of cards. */
export const fetchesCards = (agent: string): boolean =>
  BY_NAME.test(agent) || BY_WORK.test(agent) || (SHARED.test(agent) && !isWholeBrowser(agent));
