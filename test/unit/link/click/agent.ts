import type { Class } from '../../../../src/link/click/rules.ts';

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
export const PLAIN = { accept: NAVIGATION.accept, 'accept-language': 'zh-CN,zh;q=0.9' };
export const ANY = { accept: '*/*' };

export const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
export const IPAD = 'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
export const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
export const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
export const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
export const CHROME = `${BLINK} Chrome/142.0.0.0 Safari/537.36`;
export const PHONE = `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`;
export const WEBVIEW = `Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/BP1A.250505.005; wv) ${BLINK} Version/4.0 Chrome/142.0.7444.48 Mobile Safari/537.36`;
export const XWEB = `Mozilla/5.0 (Linux; Android 14; 2311DRK48C Build/UP1A.231005.007) ${BLINK} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36`;

export const people = (
  headers: Readonly<Record<string, string>>,
  agents: Readonly<Record<string, string>>,
): Shape[] => Object.entries(agents).map(([name, agent]) => ({ name, is: 'human', agent, headers }));
export const machines = (is: Class, agents: Readonly<Record<string, string>>): Shape[] =>
  Object.entries(agents).map(([name, agent]) => ({ name, is, agent, headers: ANY }));
