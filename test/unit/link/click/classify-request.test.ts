import { describe, expect, it } from 'vitest';
import { classifyRequest, deviceOf, machineOf } from '../../../../src/link/click/classify-request.ts';
import type { Click } from '../../../../src/link/click/click.ts';
import { merged, verdictsOf } from '../../../../src/link/click/count-clicks.ts';
import type { Word } from '../../../../src/link/click/request-word.ts';
import { type Class, NEWEST } from '../../../../src/link/click/rules.ts';
import { workOf } from '../../work.ts';
import { PHONE, type Shape, WEBVIEW } from './agent.ts';
import { NAVIGATION, SHAPES } from './requests.ts';

const asked = ({ agent, headers, method = 'GET' }: Shape) => ({
  method,
  headers: { ...headers, ...(agent ? { 'user-agent': agent } : {}) },
});

/** A click of a request that nothing else is known of. */
const clickOf = (word: Word): Click => ({
  id: '1',
  link: 'abcdefghijk',
  hour: 490_000,
  visitor: 'v',
  near: 'n',
  word,
  referrer: '',
  device: 'phone',
  own: false,
  qr: false,
});

const classOf = (shape: Shape): Class | undefined =>
  verdictsOf(merged(new Map(), [clickOf(classifyRequest(asked(shape)))]), NEWEST).get('1')?.is;

const [IOS, WINDOWS] = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64',
];
const CHROMIUM = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

describe('a browser that carries the name of a reader or of a product', () => {
  const agents = [
    `${IOS} Mobile/15E148 Instapaper/8`,
    `${IOS} Mobile/15E148 Feedly/1.0`,
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 (KHTML, like Gecko) NetNewsWire/6.1',
    `${IOS} Version/16.0 Mobile/15E148 Safari/604.1 ZscalerClientConnector`,
    `${WINDOWS}; Trend Micro) ${CHROMIUM}`,
    `Mozilla/5.0 (Linux; Android 13; CiscoDX80) ${CHROMIUM}`,
  ];

  it.each(agents)('is a person who navigates: %s', (agent) => {
    expect(classifyRequest(asked({ name: '', is: 'human', agent, headers: NAVIGATION }))).toBe('browser');
  });

  it('is a person in a reader’s app of before browsers sent that they navigate', () => {
    const headers = { 'accept-language': 'en' };
    const words = agents.map((agent) => classifyRequest(asked({ name: '', is: 'human', agent, headers })));
    expect(words).toEqual(['browser', 'browser', 'browser', 'scanner', 'scanner', 'scanner']);
  });

  it.each(agents)('is a machine where it fetches: %s', (agent) => {
    for (const headers of [{}, { accept: '*/*' }, { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }])
      expect(['reader', 'scanner']).toContain(
        classifyRequest(asked({ name: '', is: 'bot', agent, headers })),
      );
  });

  it.each([
    `${WINDOWS}) ${CHROMIUM} Feedly/1.0 (+http://www.feedly.com/fetcher.html)`,
    'Mozilla/5.0 (compatible; Cisco Umbrella)',
    `${WINDOWS}) ${CHROMIUM} Zscaler Crawler bot`,
    `${WINDOWS}) HeadlessChrome/142 AppleWebKit/537.36 Trend Micro`,
  ])('is a machine where it says so: %s', (agent) => {
    expect(classifyRequest(asked({ name: '', is: 'bot', agent, headers: NAVIGATION }))).not.toBe('browser');
  });
});

describe('a request for a link', () => {
  it('is of at least 150 shapes, each with a name of its own', () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length);
  });

  it.each(SHAPES.map((shape) => [shape.name, shape.is, shape] as const))('%s is %s', (_, is, shape) => {
    expect([classOf(shape), classifyRequest(asked(shape))]).toEqual([is, expect.any(String)]);
  });

  it.each(['a', '(', ' ', 'Mozilla/5.0 ', '; wv)', '[FBAN/', 'Chrome/1.'])(
    'takes no more work however long it is made: %j',
    (part) => {
      const readOf = (agent: string) =>
        workOf(() => {
          classifyRequest({ method: 'GET', headers: { ...NAVIGATION, 'user-agent': agent } });
          deviceOf(agent);
        }).read;
      const most = readOf(part.repeat(1000).slice(0, 1000));
      expect(most).toBeGreaterThan(1000);
      expect(readOf(part.repeat(50_000))).toBeLessThanOrEqual(most);
    },
  );

  it.each<[Word, string, string, Readonly<Record<string, string>>]>([
    ['head', 'HEAD', PHONE, NAVIGATION],
    ['other', 'POST', PHONE, NAVIGATION],
    ['blank', 'GET', '', NAVIGATION],
    ['ahead', 'GET', PHONE, { ...NAVIGATION, purpose: 'prefetch' }],
    ['embed', 'GET', PHONE, { 'accept-language': 'ja', 'sec-fetch-mode': 'no-cors' }],
    ['embed', 'GET', PHONE, { 'accept-language': 'ja', 'sec-fetch-dest': 'image' }],
    ['tool', 'GET', 'Links (2.29; Linux; text)', NAVIGATION],
    ['unlike', 'GET', PHONE, {}],
    ['browser', 'GET', PHONE, { 'accept-language': 'ja' }],
    ['browser', 'GET', PHONE, { 'sec-fetch-mode': 'navigate' }],
    ['browser', 'GET', PHONE, { 'sec-fetch-dest': 'document' }],
    ['app', 'GET', WEBVIEW, NAVIGATION],
    ['app', 'GET', `${WINDOWS}) ${CHROMIUM} Electron/38.2.0`, NAVIGATION],
    ['preview', 'GET', `${WINDOWS}) ${CHROMIUM} Electron/38.2.0`, {}],
  ])('is %s: %s by %j with %j', (word, method, agent, headers) => {
    expect(classifyRequest({ method, headers: { ...headers, 'user-agent': agent } })).toBe(word);
  });

  it('is a machine’s by its name, unless it is an app’s that names no page about itself', () => {
    expect(machineOf(`${WINDOWS}) ExampleCrawler/1.0`)).toBe('bot');
    expect(machineOf('Mozilla/5.0 (Linux; wv) Crawler (+https://crawler.example)')).toBe('bot');
    expect(machineOf('Mozilla/5.0 (Linux; wv) Crawler')).toBeNull();
    expect(machineOf(`${WINDOWS}) ${CHROMIUM} Monitor/2.0 Electron/38.2.0`)).toBeNull();
    expect(machineOf(`${WINDOWS}) Mastodon/4.3.1 (+https://social.example)`)).toBe('preview');
  });

  it('names a machine before the app that it may stand for', () => {
    expect(machineOf('facebookexternalhit/1.1; kakaotalk-scrap/1.0')).toBe('preview');
    expect(machineOf('Mozilla/5.0 (iPhone) Mobile/15E148 KAKAOTALK/25.9.0 (INAPP)')).toBeNull();
  });

  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)', 'phone'],
    ['Mozilla/5.0 (Linux; Android 10; K) Chrome/142.0.0.0 Mobile Safari/537.36', 'phone'],
    ['Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X)', 'tablet'],
    ['Mozilla/5.0 (Linux; Android 13; SM-X700) Chrome/142.0.0.0 Safari/537.36', 'tablet'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'desktop'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', 'desktop'],
    ['Mozilla/5.0 (Linux; Android 11; Chromebook) Chrome/120.0.0.0 Safari/537.36', 'desktop'],
    ['curl/8.15.0', 'other'],
    // An app that names the system once more, behind what tells a phone.
    [
      'Mozilla/5.0 (Linux; Android 12; A1; wv) Mobile Safari/537.36 Instagram 9.0 Android (31/12; 320dpi)',
      'phone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 12; A1; wv) Mobile Safari/537.36 Snapchat/13.0 (A1; Android 12#1#31; gzip; )',
      'phone',
    ],
    ['Mozilla/5.0 (Linux; Android 12; T1; wv) Safari/537.36 Instagram 9.0 Android (31/12; 320dpi)', 'tablet'],
    ['[FBAN/FB4A;FBDM/{density=2.0,width=720,height=1600};FBPN/com.facebook.katana;FBDV/A1;]', 'phone'],
    ['[FBAN/FB4A;FBDM/{density=1.5,width=1200,height=1920};FBPN/com.facebook.katana;FBDV/T1;]', 'tablet'],
    ['[FBAN/FBIOS;FBDV/iPad13,1;FBMD/iPad;FBSN/iPadOS;FBID/tablet]', 'tablet'],
    ['Opera/9.80 (Android; Opera Mini/36.2/191.2; U; id) Presto/2.12 Version/12.16', 'phone'],
    ['Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/191.2; U; sw) Presto/2.12', 'phone'],
    ['Opera/9.80 (iPad; Opera Mini/7.1.32694/27.1407; U; en) Presto/2.8.119', 'tablet'],
    ['Opera/9.80 (Android 4.1.2; Linux; Opera Mobi/ADR-1309251116) Presto/2.11 Version/12.10', 'phone'],
    ['Opera/9.80 (Android 4.0; Linux; Opera Tablet/ADR-1309251116) Presto/2.11 Version/12.10', 'tablet'],
    ['Mozilla/5.0 (Phone; OpenHarmony 5.0) Chrome/132.0.0.0 Safari/537.36 ArkWeb/5.0', 'phone'],
    ['Mozilla/5.0 (PC; OpenHarmony 5.0) Chrome/132.0.0.0 Safari/537.36 ArkWeb/5.0', 'desktop'],
    ['Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Tablet PC 2.0)', 'desktop'],
    ['Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Xbox; Lumia) Mobile Safari/537.36', 'phone'],
    ['Mozilla/5.0 (Linux; Android 12; BRAVIA 4K) Chrome/120.0.0.0 Safari/537.36', 'other'],
    [`Mozilla/5.0 (Macintosh) ${'Android '.repeat(100_000)}`, 'tablet'],
  ])('comes from %s, a %s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device);
  });
});
