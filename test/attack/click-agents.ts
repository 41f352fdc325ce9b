import { NAVIGATION } from '../unit/link/click/requests.ts';
import type { Attack, Target } from './attack.ts';
import { countedAs, type Visit } from './click-counts.ts';
import { CHROME } from './link.ts';

const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const ANY = { accept: '*/*' };
const fetched = (agent: string): Visit => ({ agent, headers: ANY });
const ELECTRON = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Slack/4.46.1 Chrome/140.0.0.0 Electron/38.2.0 Safari/537.36`;

/** Fetchers of cards that would be a person's clicks, or a program's that gets no card. */
const CARDS: Readonly<Record<string, Visit>> = {
  Matrix: fetched('Synapse (bot; +https://github.com/matrix-org/synapse)'),
  Zulip: fetched('Mozilla/5.0 (compatible; ZulipURLPreview/11.4; +https://chat.example)'),
  Discourse: fetched('Discourse Forum Onebox v3.6.0'),
  DingTalk: fetched('Mozilla/5.0 (compatible; DingTalkBot-LinkService/1.0; +https://www.dingtalk.com)'),
  Revolt: fetched('Mozilla/5.0 (compatible; January/2.0; +https://github.com/stoatchat/stoatchat)'),
  'a federated server': fetched('gotosocial/0.19.2 (+https://social.example)'),
  'a chat that nobody knows yet': fetched('Quillchat-LinkUnfurl/3.1 (+https://quillchat.example)'),
  'a chat in a browser’s clothes': { agent: `${CHROME} QuillchatUrlPreview/3.1` },
  'a desktop’s chat, from its window': {
    agent: ELECTRON,
    headers: { ...ANY, 'accept-language': 'ja', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
  },
  'a desktop’s chat, behind its window': fetched(ELECTRON),
};

/** What counts otherwise than it claims. */
const COUNTED: readonly (readonly [name: string, is: string, visit: Visit])[] = [
  ['a consent scanner is a browser', 'bot', { agent: `${CHROME};OneTrust;` }],
  ['a checker of pages is a phone', 'bot', { agent: `${CHROME} Chrome-Lighthouse` }],
  ['a machine carries the name of an app', 'bot', { agent: 'Mozilla/5.0 (compatible; TikTok-Bot/1.0)' }],
  ['a HEAD is a person’s', 'bot', { method: 'HEAD' }],
  ['a browser’s name alone is a person', 'bot', fetched(CHROME)],
  [
    'a page has the link as its picture',
    'bot',
    { headers: { ...NAVIGATION, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' } },
  ],
  [
    'a page has the link as its hidden frame',
    'bot',
    { headers: { ...NAVIGATION, 'sec-fetch-dest': 'iframe' } },
  ],
  ['a browser fetches ahead', 'prefetch', { headers: { ...NAVIGATION, 'sec-purpose': 'prefetch' } }],
  ['an agent of 10,000 characters is a person', 'bot', { agent: 'x'.repeat(10_000) }],
  [
    'a person in Facebook’s app for Android is lost',
    'human',
    {
      agent:
        '[FBAN/FB4A;FBAV/530.0.0.48.74;FBDM/{density=2.625,width=1080,height=2400};FBPN/com.facebook.katana;FBDV/Pixel 8;FBSV/15]',
    },
  ],
  [
    'a person with Opera Mini is lost',
    'human',
    { agent: 'Opera/9.80 (Android; Opera Mini/36.2/191.2; U; id) Presto/2.12.423 Version/12.16' },
  ],
  ['a person who reads a chat at a desktop is lost', 'human', { agent: ELECTRON }],
];

async function asCard(at: Target, visit: Visit): Promise<string | null> {
  const { is, body } = await countedAs(at, visit);
  if (is !== 'preview') return `it counts as ${is}`;
  return body.includes('og:title') ? null : 'it got no card';
}

async function as(at: Target, wanted: string, visit: Visit): Promise<string | null> {
  const { is } = await countedAs(at, visit);
  return is === wanted ? null : `it counts as ${is} and not as ${wanted}`;
}

export const agentAttacks: readonly Attack[] = [
  ...Object.entries(CARDS).map(
    ([name, visit]): Attack => ({
      area: 'clicks',
      name: `${name} fetches a card`,
      run: (at) => asCard(at, visit),
    }),
  ),
  ...COUNTED.map(([name, is, visit]): Attack => ({ area: 'clicks', name, run: (at) => as(at, is, visit) })),
];
