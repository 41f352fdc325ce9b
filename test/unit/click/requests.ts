import type { Class } from '../../../src/click/rules.ts';

/** A request as the world sends it, and what it has to count as. */
export interface Shape {
  readonly name: string;
  readonly is: Class;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'OPTIONS';
  readonly agent: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What browsers send when a person follows a link. */
export const NAVIGATION = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'ja,en-US;q=0.8',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'cross-site',
};
/** Older ones, and many of those inside of apps, know no Fetch Metadata. */
const PLAIN = { accept: NAVIGATION.accept, 'accept-language': 'zh-CN,zh;q=0.9' };
const ANY = { accept: '*/*' };

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const CHROME = `${BLINK} Chrome/142.0.0.0 Safari/537.36`;
const PHONE = `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`;
const WEBVIEW = `Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/BP1A.250505.005; wv) ${BLINK} Version/4.0 Chrome/142.0.7444.48 Mobile Safari/537.36`;
const XWEB = `Mozilla/5.0 (Linux; Android 14; 2311DRK48C Build/UP1A.231005.007) ${BLINK} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36`;

const people = (
  headers: Readonly<Record<string, string>>,
  agents: Readonly<Record<string, string>>,
): Shape[] => Object.entries(agents).map(([name, agent]) => ({ name, is: 'human', agent, headers }));
const machines = (is: Class, agents: Readonly<Record<string, string>>): Shape[] =>
  Object.entries(agents).map(([name, agent]) => ({ name, is, agent, headers: ANY }));

const browsers = people(NAVIGATION, {
  'Chrome, Windows': `${WINDOWS} ${CHROME}`,
  'Chrome, Mac': `${MAC} ${CHROME}`,
  'Chrome, Linux': `Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`,
  'Chrome, ChromeOS': `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME}`,
  'Chrome, Android': PHONE,
  'Chrome, Android tablet': `Mozilla/5.0 (Linux; Android 13; SM-X700) ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
  'Chrome, iPhone': `${IPHONE} CriOS/142.0.7444.46 Mobile/15E148 Safari/604.1`,
  'Edge, Windows': `${WINDOWS} ${CHROME} Edg/142.0.0.0`,
  'Edge, Android': `${PHONE} EdgA/142.0.0.0`,
  'Edge, iPhone': `${IPHONE} Version/18.0 EdgiOS/142.0.3595.53 Mobile/15E148 Safari/605.1.15`,
  'Firefox, Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Firefox, Linux': 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Firefox, Android': 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
  'Firefox, iPhone': `${IPHONE} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`,
  'Safari, Mac': `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15`,
  'Safari, iPhone': `${IPHONE} Version/18.6 Mobile/15E148 Safari/604.1`,
  'Safari, iPad': `${IPAD} Version/18.6 Mobile/15E148 Safari/604.1`,
  'Samsung Internet': `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  'Opera, Windows': `${WINDOWS} ${CHROME} OPR/124.0.0.0`,
  'Opera, Android': `${PHONE} OPR/92.0.0.0`,
  Vivaldi: `${WINDOWS} ${CHROME} Vivaldi/7.6.3797.63`,
  'Yandex Browser': `${WINDOWS} ${BLINK} Chrome/138.0.0.0 YaBrowser/25.8.0.0 Safari/537.36`,
  Whale: `${WINDOWS} ${BLINK} Chrome/140.0.0.0 Whale/4.33.325.17 Safari/537.36`,
  'DuckDuckGo, iPhone': `${IPHONE} Version/18.6 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`,
  'a phone called Cubot': `Mozilla/5.0 (Linux; Android 13; CUBOT P80) ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`,
});

const older = people(PLAIN, {
  'QQ Browser, Windows': `${WINDOWS} ${BLINK} Chrome/94.0.4606.71 Safari/537.36 Core/1.94.225.400 QQBrowser/12.2.5544.400`,
  'QQ Browser, Android': `Mozilla/5.0 (Linux; U; Android 12; zh-cn; M2102J2SC) ${BLINK} Version/4.0 Chrome/109.0.5414.86 MQQBrowser/14.9 Mobile Safari/537.36`,
  'UC, Android': `Mozilla/5.0 (Linux; U; Android 13; zh-CN; V2219A) ${BLINK} Version/4.0 Chrome/100.0.4896.58 UCBrowser/16.5.2.1267 Mobile Safari/537.36`,
  '360 Secure Browser': `${WINDOWS} ${BLINK} Chrome/108.0.5359.95 Safari/537.36 QIHU 360SE`,
  'Sogou Browser': `${WINDOWS} ${BLINK} Chrome/80.0.3987.87 Safari/537.36 SE 2.X MetaSr 1.0`,
  'Mi Browser': `Mozilla/5.0 (Linux; U; Android 14; zh-cn; 23127PN0CC) ${BLINK} Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.2`,
  'Huawei Browser': `Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) ${BLINK} Chrome/114.0.5735.196 HuaweiBrowser/15.0.8.303 Mobile Safari/537.36`,
  'Internet Explorer 11': 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
  'Safari of an old iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
  'Opera Mini': 'Opera/9.80 (Android; Opera Mini/36.2.2254/191.249; U; id) Presto/2.12.423 Version/12.16',
  Silk: `Mozilla/5.0 (Linux; Android 11; KFRAWI) ${BLINK} Silk/130.4.1 like Chrome/130.0.6723.102 Safari/537.36`,
  'Nintendo Switch':
    'Mozilla/5.0 (Nintendo Switch; WebApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.22.5 NintendoBrowser/5.1.0.23519',
});

const inApps = people(PLAIN, {
  'X, iPhone': `${IPHONE} Mobile/15E148 Twitter for iPhone/11.40`,
  'X, iPad': `${IPAD} Mobile/15E148 Twitter for iPad/11.40`,
  'X, Android': `${WEBVIEW} TwitterAndroid`,
  'LINE, iPhone': `${IPHONE} Mobile/15E148 Safari Line/15.17.0`,
  'LINE, Android': `${WEBVIEW} Line/15.17.1/IAB`,
  'LINE, LIFF': `${IPHONE} Mobile/15E148 Safari Line/15.17.0 LIFF`,
  'WeChat, iPhone': `${IPHONE} Mobile/15E148 MicroMessenger/8.0.62(0x18003e2c) NetType/WIFI Language/zh_CN`,
  'WeChat, Android': `${XWEB} XWEB/1160283 MMWEBSDK/20250201 MMWEBID/4510 MicroMessenger/8.0.57.2820(0x28003956) WeChat/arm64 Weixin NetType/5G Language/zh_CN ABI/arm64`,
  'WeChat, Windows': `${WINDOWS} ${BLINK} Chrome/132.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090c33) XWEB/14185 Flue`,
  'WeCom, iPhone': `${IPHONE} Mobile/15E148 wxwork/4.1.36 MicroMessenger/7.0.1 Language/zh ColorScheme/Light`,
  'Weibo, iPhone': `${IPHONE} Mobile/15E148 Weibo (iPhone16,1__weibo__15.10.1__iphone__os18.6)`,
  'Weibo, Android': `${WEBVIEW} Weibo (Xiaomi-23127PN0CC__weibo__15.10.1__android__android14)`,
  'QQ, iPhone': `${IPHONE} Mobile/15E148 QQ/9.1.55.615 V1_IPH_SQ_9.1.55_1_APP_A Pixel/1179 NetType/WIFI`,
  'QQ, Android': `${XWEB} MQQBrowser/6.2 TBS/046915 V1_AND_SQ_9.1.75_9876_YYB_D QQ/9.1.75.25965 NetType/WIFI`,
  'Instagram, iPhone': `${IPHONE} Mobile/22G86 Instagram 400.0.0.27.74 (iPhone16,1; iOS 18_6; ja_JP; ja; scale=3.00; 1179x2556; 785311289)`,
  'Instagram, Android': `${WEBVIEW} Instagram 400.0.0.41.69 Android (35/15; 420dpi; 1080x2205; Google/google; Pixel 9; tokay; tokay; ja_JP; 785863613; IABMV/1)`,
  'Threads, iPhone': `${IPHONE} Mobile/22G86 Barcelona 397.0.0.26.116 (iPhone16,1; iOS 18_6; ja_JP; ja; scale=3.00; 1179x2556; 779283174)`,
  'Facebook, iPhone': `${IPHONE} Mobile/22G86 [FBAN/FBIOS;FBAV/532.0.0.49.103;FBBV/787654321;FBDV/iPhone16,1;FBMD/iPhone;FBSN/iOS;FBSV/18.6;FBSS/3;FBCR/;FBID/phone;FBLC/ja_JP;FBOP/80]`,
  'Facebook, Android': `${WEBVIEW} [FB_IAB/FB4A;FBAV/532.0.0.55.71;IABMV/1;]`,
  'Messenger, Android': `${WEBVIEW} [FB_IAB/Orca-Android;FBAV/530.0.0.46.108;]`,
  'TikTok, iPhone': `${IPHONE} Mobile/15E148 musical_ly_41.8.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/ja Region/JP BytedanceWebview/d8a21c6`,
  'TikTok, Android': `${WEBVIEW} trill_410805 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/trill app_version/41.8.5 ByteLocale/ja-JP BytedanceWebview/d8a21c6`,
  'Douyin, Android': `${WEBVIEW} aweme_350700 JsSdk/1.0 NetType/WIFI AppName/aweme app_version/35.7.0 ByteLocale/zh-CN BytedanceWebview/d8a21c6`,
  'KakaoTalk, iPhone': `${IPHONE} Mobile/15E148 KAKAOTALK/25.9.0 (INAPP)`,
  'KakaoTalk, Android': `${WEBVIEW};KAKAOTALK 2410990`,
  'KakaoStory, Android': `${WEBVIEW} KAKAOSTORY/7.9.0`,
  'Yahoo! Japan, iPhone': `${IPHONE} Mobile/15E148 YJApp-IOS jp.co.yahoo.ipn.appli/4.150.0`,
  'Yahoo! Japan, Android': `${WEBVIEW} YJApp-ANDROID jp.co.yahoo.android.yjtop/3.190.0`,
  'LinkedIn, iPhone': `${IPHONE} Mobile/15E148 [LinkedInApp]/9.31.6430`,
  'LinkedIn, Android': `${WEBVIEW} [LinkedInApp]/4.1.1106`,
  'Pinterest, iPhone': `${IPHONE} Mobile/15E148 [Pinterest/iOS]`,
  'Pinterest, Android': `${WEBVIEW} [Pinterest/Android]`,
  'Snapchat, iPhone': `${IPHONE} Version/17.0 Mobile/15E148 Snapchat/13.60.0.38 (like Safari/8614.4.6.11.5, panda)`,
  'Reddit, iPhone': `${IPHONE} Mobile/15E148 Reddit/Version 2025.42.0/Build 622183/iOS Version 18.6`,
  'Google app, iPhone': `${IPHONE} GSA/392.0.825331274 Mobile/15E148 Safari/604.1`,
  'Baidu app, Android': `${WEBVIEW} T7/15.40 SP-engine/3.40.0 baiduboxapp/15.40.0.10 (Baidu; P1 15) NABar/1.0`,
  'NAVER, iPhone': `${IPHONE} Mobile/15E148 NAVER(inapp; search; 2060; 12.15.2; 14PRO)`,
  'Daum, Android': `${WEBVIEW} DaumApps/9.5.0 DaumDevice/mobile`,
  'Xiaohongshu, iPhone': `${IPHONE} Mobile/15E148 xhsdiscover/9.5 iPhone NetType/WiFi`,
  'Zhihu, Android': `${WEBVIEW} ZhihuHybrid com.zhihu.android/Futureve/10.60.0`,
  'Alipay, iPhone': `${IPHONE} Mobile/22G86 Ariver/1.1.0 AliApp(AP/10.7.80.6000) AlipayClient/10.7.80.6000 Language/zh-Hans`,
  'DingTalk, Android': `${WEBVIEW} AliApp(DingTalk/7.8.20) com.alibaba.android.rimet/41100100 Channel/700159 language/zh-CN`,
  'SmartNews, iPhone': `${IPHONE} Mobile/15E148 SmartNews/25.10.1`,
  'Teams, Windows': `${WINDOWS} ${BLINK} Chrome/120.0.0.0 Safari/537.36 Teams/25290.205.4069.4894`,
  'Slack, Mac': `${MAC} ${BLINK} Chrome/140.0.7339.133 Electron/38.2.0 Safari/537.36 Slack_SSB/4.46.99`,
  'Discord, Windows': `${WINDOWS} ${BLINK} discord/1.0.9211 Chrome/134.0.6998.205 Electron/35.3.0 Safari/537.36`,
  'Facebook for Android, by its own agent':
    '[FBAN/FB4A;FBAV/530.0.0.48.74;FBBV/700000001;FBDM/{density=2.625,width=1080,height=2400};FBLC/ja_JP;FBRV/0;FBCR/;FBMF/Google;FBBD/google;FBPN/com.facebook.katana;FBDV/Pixel 8;FBSV/15;FBOP/1;FBCA/arm64-v8a:;]',
  'Messenger Lite, by its own agent':
    '[FBAN/MessengerLiteForiOS;FBAV/440.0.0.33.114;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/18.1;FBSS/3;FBID/phone;FBLC/en_GB;FBOP/0]',
  'Gemini, iPhone': `${IPHONE} Mobile/15E148 GoogleWv/1.0 (WKWebView) GeminiiOS/1.2026.1000000`,
  'UC’s own agent':
    'UCWEB/2.0 (Linux; U; Opera Mini/7.1.32052/30.3697; id-ID; M2101) U2/1.0.0 UCBrowser/11.5.2 Mobile',
  'Opera Mobi': 'Opera/9.80 (Android 4.1.2; Linux; Opera Mobi/ADR-1309251116) Presto/2.11.355 Version/12.10',
  'WhatsApp, Windows': `${WINDOWS} ${BLINK} WhatsApp/2.2510.1 Chrome/132.0.6834.210 Electron/34.2.0 Safari/537.36`,
  'Mattermost, Linux': `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} Mattermost/5.11.2 Chrome/132.0.6834.210 Electron/34.2.0 Safari/537.36`,
  'Rocket.Chat, Mac': `${MAC} ${BLINK} Rocket.Chat/4.6.0 Chrome/134.0.6998.205 Electron/35.3.0 Safari/537.36`,
  'Element, Windows': `${WINDOWS} ${BLINK} Element/1.12.3 Chrome/140.0.7339.133 Electron/38.2.0 Safari/537.36`,
  'Zulip, named first': `ZulipElectron/5.12.1 ${MAC} ${BLINK} Zulip/5.12.1 Chrome/134.0.6998.205 Electron/35.3.0 Safari/537.36`,
  'Slack of years ago': `${WINDOWS} ${BLINK} Slack/2.0.6 Chrome/49.0.2623.75 AtomShell/0.37.8 Safari/537.36 Slack_SSB/2.0.6`,
  'LINE, desktop': `${WINDOWS} ${BLINK} LINE/9.8.0 Chrome/128.0.6613.186 Electron/32.2.0 Safari/537.36`,
  'Revolt, Linux': `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} Revolt/1.0.6 Chrome/108.0.5359.215 Electron/22.3.27 Safari/537.36`,
  'Trello, Mac': `${MAC} ${BLINK} Trello/2.13.9 Chrome/110.0.5481.208 Electron/23.3.13 Safari/537.36`,
  'Lark, iPhone': `${IPHONE} Mobile/15E148 Lark/7.52.5 LarkLocale/ja_JP ChannelName/Lark`,
  'a web view of an app that says nothing of itself': WEBVIEW,
  'a web view of an iPhone app': `${IPHONE} Mobile/15E148`,
});

const previews = machines('preview', {
  X: 'Twitterbot/1.0',
  Facebook: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Facebook, short': 'facebookexternalhit/1.1',
  'Facebook catalogue': 'facebookcatalog/1.0',
  'Instagram and Threads, by Facebook’s': 'facebookexternalhit/1.1;line-poker/1.0',
  'iMessage, as others': `${MAC} AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0`,
  LinkedIn: 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  Slack: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Slack, pictures': 'Slack-ImgProxy (+https://api.slack.com/robots)',
  Discord: 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  Telegram: 'TelegramBot (like TwitterBot)',
  WhatsApp: 'WhatsApp/2.25.29.77 A',
  'WhatsApp, iPhone': 'WhatsApp/2.25.29 i',
  'WhatsApp, desktop': 'WhatsApp/2.2545.9 W',
  LINE: 'facebookexternalhit/1.1;line-poker/1.0',
  Kakao: 'facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984',
  Bluesky: 'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)',
  Mastodon: 'Mastodon/4.5.0 (http.rb/5.3.1; +https://mastodon.example/)',
  'Mastodon, older': 'http.rb/5.1.1 (Mastodon/4.2.8; +https://mastodon.example/)',
  Misskey: 'Mozilla/5.0 (compatible; SummalyBot/5.2.3)',
  'Misskey, by name': 'Misskey/2025.10.0 (https://misskey.example)',
  Pleroma: 'Pleroma 2.9.1; https://pleroma.example <admin@pleroma.example>; Bot',
  Akkoma: 'Akkoma 3.15.2; https://akkoma.example <admin@akkoma.example>; Bot',
  Hatena: 'Hatena::Russia::Crawler/0.01',
  'Hatena Bookmark': 'HatenaBookmark/4.0 (Hatena::Bookmark; Scissors)',
  Pinterest: 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)',
  'Pinterest, older': 'Pinterest/0.2 (+http://www.pinterest.com/bot.html)',
  Reddit: 'Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)',
  Tumblr: 'Tumblr/14.0.835.186',
  Skype: 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
  Teams: 'Mozilla/5.0 (compatible; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview)',
  Bing: `Mozilla/5.0 (Windows NT 6.1; WOW64) ${CHROME} BingPreview/1.0b`,
  Embedly: 'Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)',
  Iframely: 'Iframely/1.3.1 (+https://iframely.com/docs/about)',
  Viber: 'Viber/13.3.0.5 CFNetwork/1120 Darwin/19.0.0',
  Snapchat:
    'Mozilla/5.0 (compatible; Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots)',
  Notion: 'Mozilla/5.0 (compatible; NotionEmbedder; +https://notion.so)',
  Mattermost: 'Mattermost-Bot/1.1',
  'Rocket.Chat': 'Mozilla/5.0 (compatible; Rocket.Chat/7.11; +https://rocket.chat)',
  VK: 'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)',
  'Yahoo! Mail': 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
  'Gmail’s pictures': `Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)`,
  'Matrix, Synapse': 'Synapse (bot; +https://github.com/matrix-org/synapse)',
  'Matrix, Synapse of years ago': 'Synapse/0.18.7 (b=master,3c9acde)',
  'Matrix, a server’s media': 'matrix-media-repo',
  Discourse: 'Discourse Forum Onebox v3.6.0',
  Zulip: 'Mozilla/5.0 (compatible; ZulipURLPreview/11.4; +https://chat.example)',
  DingTalk: 'Mozilla/5.0 (compatible; DingTalkBot-LinkService/1.0; +https://www.dingtalk.com)',
  Revolt: 'Mozilla/5.0 (compatible; January/2.0; +https://github.com/stoatchat/stoatchat)',
  'Revolt of years ago': 'Mozilla/5.0 (compatible; January/1.0; +https://github.com/revoltchat/january)',
  Chatwork: 'Chatwork LinkPreview v2',
  ClickUp: 'ClickUpLinkUnfurler/1.0',
  Lark: 'Mozilla/5.0 (compatible; Lark-LinkPreview/2.0)',
  GoToSocial: 'gotosocial/0.19.2 (+https://social.example)',
  Lemmy: 'Lemmy/0.19.14; +https://lemmy.example',
  PieFed: 'PieFed/1.2; +https://piefed.example',
  Signal: 'WhatsApp/2',
  Anytype: 'WhatsApp/2 (compatible; AnytypeBot/1.0; +https://anytype.io/bot)',
  Keybase: 'KeybaseBot/2.0 (+https://keybase.io)',
  'a chat of tomorrow, by what its fetcher does': 'Quillchat-LinkUnfurl/3.1 (+https://quillchat.example)',
  'a chat of tomorrow, in a browser’s clothes': `${WINDOWS} ${CHROME} QuillchatUrlPreview/3.1`,
  'Google Messages and Chat':
    'Mozilla/5.0 (compatible; Google-PageRenderer Google (+https://developers.google.com/+/web/snippet/))',
});

const bots = machines('bot', {
  Google: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Google, as a phone': `Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) ${BLINK} Chrome/141.0.7390.122 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`,
  'Google Ads': 'AdsBot-Google (+http://www.google.com/adsbot.html)',
  'Bing’s crawler': `Mozilla/5.0 ${BLINK.replace('(KHTML, like Gecko)', '(KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)')} Chrome/136.0.0.0 Safari/537.36`,
  Baidu: 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  Yandex: 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
  Sogou: 'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)',
  '360': `${WINDOWS} ${CHROME}; 360Spider`,
  Naver: 'Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)',
  Daum: 'Mozilla/5.0 (compatible; Daumoa/4.0; +http://cs.daum.net/)',
  DuckDuckGo: 'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)',
  Apple: `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)`,
  Petal: `Mozilla/5.0 (Linux; Android 7.0;) ${BLINK} Mobile Safari/537.36 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)`,
  'Yahoo! Japan’s crawler':
    'Mozilla/5.0 (compatible; Y!J-BRW/1.0; https://www.yahoo-help.jp/app/answers/detail/p/595/a_id/42716)',
  Ahrefs: 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  Semrush: 'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)',
  Majestic: 'Mozilla/5.0 (compatible; MJ12bot/v2.0.4; http://mj12bot.com/)',
  'Internet Archive': 'Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)',
  GPTBot: `Mozilla/5.0 ${BLINK.replace('(KHTML, like Gecko)', '(KHTML, like Gecko; compatible; GPTBot/1.3; +https://openai.com/gptbot)')}`,
  'ChatGPT, for its user': `Mozilla/5.0 ${BLINK.replace('(KHTML, like Gecko)', '(KHTML, like Gecko; compatible; ChatGPT-User/1.0; +https://openai.com/bot)')}`,
  ClaudeBot: `Mozilla/5.0 ${BLINK.replace('(KHTML, like Gecko)', '(KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)')}`,
  'Claude, for its user': `Mozilla/5.0 ${BLINK.replace('(KHTML, like Gecko)', '(KHTML, like Gecko; compatible; Claude-User/1.0; +Claude-User@anthropic.com)')}`,
  Perplexity: `Mozilla/5.0 ${BLINK.replace('(KHTML, like Gecko)', '(KHTML, like Gecko; compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)')}`,
  'Meta’s AI': 'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
  ByteDance: `Mozilla/5.0 (Linux; Android 5.0) ${BLINK} Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)`,
  'Common Crawl': 'CCBot/2.0 (https://commoncrawl.org/faq/)',
  Amazon: `${MAC} AppleWebKit/600.2.5 (KHTML, like Gecko) Version/8.0.2 Safari/600.2.5 (Amazonbot/0.1; +https://developer.amazon.com/support/amazonbot)`,
  Barracuda: 'Barracuda Sentinel (EE)',
  Mimecast: `${WINDOWS} ${CHROME} Mimecast URL Protect`,
  urlscan: `${WINDOWS} ${CHROME} urlscan.io`,
  Censys: 'Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)',
  Palo: 'Expanse, a Palo Alto Networks company, searches across the global IPv4 space',
  zgrab: 'Mozilla/5.0 zgrab/0.x',
  Netcraft: 'Mozilla/5.0 (compatible; NetcraftSurveyAgent/1.0; +info@netcraft.com)',
  UptimeRobot: 'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  Pingdom: 'Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)',
  StatusCake: `${WINDOWS} ${CHROME} StatusCake`,
  'Uptime Kuma': 'Uptime-Kuma/2.0.2',
  Kubernetes: 'kube-probe/1.33',
  Mackerel: 'mackerel-http-checker/0.0.1',
  Feedly: 'Feedly/1.0 (+https://feedly.com/poller.html; 12 subscribers; )',
  Inoreader: 'Mozilla/5.0 (compatible; inoreader.com; 3 subscribers)',
  FreshRSS: 'FreshRSS/1.27.1 (Linux; https://freshrss.org)',
  curl: 'curl/8.15.0',
  wget: 'Wget/1.25.0',
  'Python, requests': 'python-requests/2.32.5',
  'Python, aiohttp': 'Python/3.13 aiohttp/3.13.0',
  Go: 'Go-http-client/2.0',
  okhttp: 'okhttp/5.2.1',
  Java: 'Java/21.0.8',
  'Apache HttpClient': 'Apache-HttpClient/5.5 (Java/21.0.8)',
  axios: 'axios/1.13.0',
  Node: 'node',
  undici: 'undici',
  PHP: 'GuzzleHttp/7',
  Ruby: 'Ruby',
  PowerShell: `Mozilla/5.0 (Windows NT; Windows NT 10.0; ja-JP) WindowsPowerShell/5.1.26100.6899`,
  'an app’s own library': 'News/1105 CFNetwork/3826.600.41 Darwin/24.6.0',
  OneTrust: `Mozilla/5.0 (X11; Linux x86_64) ${CHROME};OneTrust;`,
  Cookiebot: `${WINDOWS} ${CHROME} Cookiebot/1.0`,
  GTmetrix: `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} GTmetrix`,
  'a machine that names an app': 'Mozilla/5.0 (compatible; TikTok-Bot/1.0)',
  'Chromium without a window': `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} HeadlessChrome/142.0.0.0 Safari/537.36`,
  Lighthouse: `${PHONE} Chrome-Lighthouse`,
  PhantomJS:
    'Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1',
  'no name at all': '',
  'a dash': '-',
  'a browser’s name and nothing else': `${WINDOWS} ${CHROME}`,
});

const DESKTOP_CHAT = `${WINDOWS} ${BLINK} Slack/4.46.99 Chrome/140.0.7339.133 Electron/38.2.0 Safari/537.36`;

const asked: Shape[] = [
  {
    name: 'a desktop’s chat fetches a card from its window',
    is: 'preview',
    agent: DESKTOP_CHAT,
    headers: { ...ANY, 'accept-language': 'ja', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
  },
  { name: 'a desktop’s chat fetches a card behind it', is: 'preview', agent: DESKTOP_CHAT, headers: ANY },
  {
    name: 'a desktop’s chat draws the link as a picture',
    is: 'bot',
    agent: DESKTOP_CHAT,
    headers: { ...ANY, 'accept-language': 'ja', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
  },
  // What a posted X link brings: one GET, and three HEAD that name browsers.
  {
    name: 'X: HEAD as Chrome',
    is: 'bot',
    method: 'HEAD',
    agent: `${WINDOWS} ${CHROME}`,
    headers: NAVIGATION,
  },
  {
    name: 'X: HEAD as Safari',
    is: 'bot',
    method: 'HEAD',
    agent: `${IPHONE} Version/18.6 Mobile/15E148 Safari/604.1`,
    headers: PLAIN,
  },
  {
    name: 'X: HEAD as Firefox',
    is: 'bot',
    method: 'HEAD',
    agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  },
  {
    name: 'a scanner of mail: HEAD as Edge',
    is: 'bot',
    method: 'HEAD',
    agent: `${WINDOWS} ${CHROME} Edg/142.0.0.0`,
    headers: PLAIN,
  },
  { name: 'OPTIONS of a browser', is: 'bot', method: 'OPTIONS', agent: PHONE, headers: NAVIGATION },
  { name: 'POST of a browser', is: 'bot', method: 'POST', agent: PHONE, headers: NAVIGATION },
  {
    name: 'Chrome fetches ahead',
    is: 'prefetch',
    agent: PHONE,
    headers: { ...NAVIGATION, 'sec-purpose': 'prefetch' },
  },
  {
    name: 'Chrome renders ahead',
    is: 'prefetch',
    agent: PHONE,
    headers: { ...NAVIGATION, 'sec-purpose': 'prefetch;prerender' },
  },
  {
    name: 'Chrome by a proxy of its own',
    is: 'prefetch',
    agent: PHONE,
    headers: { ...NAVIGATION, 'sec-purpose': 'prefetch;anonymous-client-ip' },
  },
  {
    name: 'an older Chrome fetches ahead',
    is: 'prefetch',
    agent: PHONE,
    headers: { ...PLAIN, purpose: 'prefetch' },
  },
  {
    name: 'Safari shows its top sites',
    is: 'prefetch',
    agent: `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15`,
    headers: { ...PLAIN, 'x-purpose': 'preview' },
  },
  {
    name: 'Firefox fetches ahead',
    is: 'prefetch',
    agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    headers: { ...PLAIN, 'x-moz': 'prefetch' },
  },
  {
    name: 'a page’s picture',
    is: 'bot',
    agent: PHONE,
    headers: { ...NAVIGATION, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
  },
  {
    name: 'a page’s hidden frame',
    is: 'bot',
    agent: PHONE,
    headers: { ...NAVIGATION, 'sec-fetch-dest': 'iframe' },
  },
  {
    name: 'a page’s script',
    is: 'bot',
    agent: PHONE,
    headers: { ...NAVIGATION, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
  },
  {
    name: 'a page that fetches it',
    is: 'bot',
    agent: PHONE,
    headers: { ...NAVIGATION, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
  },
  { name: 'a user agent of 100,000 characters', is: 'bot', agent: 'a'.repeat(100_000), headers: NAVIGATION },
];

export const SHAPES: readonly Shape[] = [...browsers, ...older, ...inApps, ...previews, ...bots, ...asked];
