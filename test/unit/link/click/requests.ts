import { ANY, BLINK, CHROME, IPHONE, MAC, NAVIGATION, PHONE, PLAIN, type Shape, WINDOWS } from './agent.ts';
import { bots, previews } from './machine-agents.ts';
import { browsers, inApps, older } from './person-agents.ts';

export { NAVIGATION } from './agent.ts';

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
