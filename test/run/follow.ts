import { request } from 'node:http';

/** What a browser says when a person follows a link. */
const NAVIGATION = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'ja,en;q=0.8',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'cross-site',
};

/** A person's browser: those of other numbers are other people. */
export const person = (n: number): string =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS 18_${n} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.${n} Mobile/15E148 Safari/604.1`;

/** Machines as they name themselves: previews of networks, a crawler of an AI, a search engine, a script, a scanner. */
export const MACHINES = [
  'Twitterbot/1.0',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (compatible; GPTBot/1.3; +https://openai.com/gptbot)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'curl/8.15.0',
  'Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)',
] as const;

/** Follows a link as it stands, without going on to where it leads; the answer's status, and where it leads. */
export function follow(
  link: string,
  agent: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; to: string }> {
  return new Promise((resolve, reject) => {
    const sent = { ...NAVIGATION, 'user-agent': agent, ...headers };
    const asked = request(link, { headers: sent, agent: false }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, to: response.headers.location ?? '' }),
      );
    });
    asked.on('error', reject).end();
  });
}
