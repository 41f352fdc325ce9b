import type { Word } from './request-word.ts';

/**
 * Machines by what they call themselves, tried after the fetchers of cards; the first that fits counts. Only agents that isbot
 * misses or does not classify. Verified 2026-11 against what each service documents of itself.
 */
export const AGENTS: readonly (readonly [word: Word, pattern: RegExp])[] = [
  [
    'ai',
    /GPTBot|ChatGPT-User|OAI-SearchBot|ClaudeBot|Claude-(?:User|Web|SearchBot)|anthropic-ai|Perplexity(?:Bot|-User)|Bytespider|TikTokSpider|meta-externalagent|meta-externalfetcher|FacebookBot|Amazonbot|CCBot|cohere-|Diffbot|YouBot|DuckAssistBot|MistralAI|Google-Extended|GoogleOther|Google-CloudVertexBot|Gemini-Deep-Research|Timpibot|PanguBot|ImagesiftBot|Kangaroo Bot|AI2Bot|\bxAI-|\bGrok(?:Bot|\/)/i,
  ],
  [
    'search',
    /Googlebot|AdsBot-Google|Mediapartners-Google|Storebot-Google|APIs-Google|bingbot|adidxbot|msnbot|Slurp|DuckDuckBot|Baiduspider|YandexBot|Yandex(?:Images|Mobile|Accessibility)|Sogou (?:web|inst|Orion|Pic)|360Spider|HaosouSpider|YisouSpider|Yeti\/|Naverbot|Daumoa?|Applebot|SeznamBot|Qwantify|PetalBot|Exabot|ia_archiver|archive\.org_bot|coccocbot|MojeekBot|Y!J-(?:BRI|BRJ|ASR|DLC|WSC)|ICC-Crawler|ZumBot/i,
  ],
  [
    'scanner',
    /Barracuda|Mimecast|Proofpoint|urlscan|VirusTotal|Symantec|MessageLabs|Cisco|IronPort|Sophos|Trend ?Micro|Kaspersky|CheckPoint|FortiGuard|Netskope|Zscaler|Bitdefender|SafeLinks|Expanse|CensysInspect|Nessus|Qualys|Netcraft|PhishTank|SafeDNS|Go-Safe|Detectify|zgrab|Nuclei|masscan|NetSystemsResearch|InternetMeasurement|LeakIX|WellKnownBot|OneTrust|Cookiebot|CookieYes|Usercentrics|TrustArc|Osano|Termly|iubenda|CookieHub/i,
  ],
  [
    'monitor',
    /UptimeRobot|Pingdom|StatusCake|Site24x7|Better ?(?:Uptime|Stack)|Datadog|NewRelicPinger|Hetrix|Freshping|Checkly|GoogleStackdriver|Google-Site-Verification|Uptime(?:-Kuma|\.com)|kuma\/|Zabbix|Nagios|check_http|Prometheus|blackbox|ELB-HealthChecker|kube-probe|AlwaysOn|Catchpoint|Dotcom-Monitor|Mackerel|LinkChecker|W3C[-_]|GTmetrix|\bYLT\b|BrandVerity|Miniature\.io|PagePeeker|brokenlink|SiteCheck/i,
  ],
  [
    'reader',
    /Feedly|Feedbin|Inoreader|NewsBlur|Feedspot|FeedFetcher-Google|Tiny Tiny RSS|FreshRSS|Miniflux|NetNewsWire|theoldreader|BazQux|Feeder\.co|livedoor FeedFetcher|Superfeedr|Pocket(?:Parser|Casts)|Instapaper|Flipboard(?:Proxy|RSS)\/|SmartNewsBot|Hatena Antenna/i,
  ],
  [
    'driven',
    /HeadlessChrome|PhantomJS|Puppeteer|Playwright|Selenium|webdriver|Chrome-Lighthouse|PTST\/|Cypress/i,
  ],
  [
    'tool',
    /^(?:curl|Wget|HTTPie|python-|Python\/|aiohttp|httpx|Go-http-client|okhttp|Apache-HttpClient|Java\/|Jersey|axios|node(?:-fetch)?\b|undici|got\b|Ruby|Faraday|Dalvik|CFNetwork|libwww-perl|lwp-|PostmanRuntime|insomnia|GuzzleHttp|PHP|Symfony|reqwest|hyper\/|Deno\/|Bun\/|PowerShell|WinHttp|Scrapy|HTTrack|Dart\/|Swift|Alamofire|restsharp|Typhoeus)/i,
  ],
  // Apps fetch by the system's own library, which names the app first.
  ['tool', /\bCFNetwork\/[\d.]+ Darwin|WindowsPowerShell/],
];

/**
 * What a machine's name stands for as well: readers' apps in which a person presses a link, and what is installed on the
 * devices of firms and writes itself into their browsers. They fetch under the same names, so that the request decides.
 */
export const PEOPLE_TOO =
  /Feedly|Feedbin|Inoreader|NewsBlur|NetNewsWire|Instapaper|Zscaler|Trend ?Micro|Cisco|Sophos|Kaspersky|Bitdefender|Netskope|Symantec|Norton/i;
/** A whole browser, which calls itself no machine and names no page about itself. */
export const WHOLE_BROWSER =
  /^Mozilla\/5\.0 \((?!compatible;)[^()]{3,200}\).{0,80}?\b(?:AppleWebKit|Gecko)\/[\d.]+/;

/** A browser that an app for a desktop brings along: of chats mostly. A person reads in it, and it fetches cards too. */
export const DESKTOP_APP =
  /\b(?:Electron|AtomShell|nwjs|QtWebEngine)\/[\d.]+|\bSlack_SSB\b|\bTeams\/[\d.]+|\bWindowsWechat\b|\bMacWechat\b/;

/** Browsers inside of apps. What they open, a person pressed. */
export const APPS =
  /; wv\)|\bFBA[NV]\/|\bFB_IAB\b|\bInstagram [\d.]+|\bBarcelona [\d.]+|\bTwitter for (?:iPhone|iPad)|TwitterAndroid|\bLine\/[\d.]+|\bMicroMessenger\/|\bwxwork\/|\bWeibo(?:__| \()|__weibo__|\bQQ\/[\d.]+|\bMQQBrowser\/.{0,120}?\bQQ\/|\bKAKAOTALK\b|\bKAKAOSTORY\b|\bBytedanceWebview\b|\bmusical_ly|\btrill_|\baweme\b|\bTikTok\b|YJApp-(?:ANDROID|IOS)|\bYahoo(?:!|%21)?JAPAN|jp\.co\.yahoo|\bLinkedInApp\b|\[Pinterest\/(?:iOS|Android)\]|\bSnapchat\/|\bReddit\/Version|\bGSA\/[\d.]+|\bGoogleWv\/|\bbaiduboxapp\/|\bNAVER\(|\bDaumApps\/|\bxhsdiscover\b|\bXiaoHongShu\b|\bZhihuHybrid\b|\bAlipayClient\/|\bDingTalk\/|\bLark\/[\d.]+|\bFeishu\/|\bSlack\/[\d.]+|\bdiscord\/|\bElement\/[\d.]+|\bMattermost\/[\d.]+ |\bTelegram-Android\b|\bSmartNews|\bnewspicks|\bGunosy\//i;
