import { receivedIn } from '../../entrypoints/companion/web/received.ts';
import { isDangerous } from '../../src/archive/zip/names.ts';
import { permalinkOf, spellingsOf } from '../../src/capture/permalink.ts';
import { forwardedAddress, networkOf, numberOf } from '../../src/hub/edge/address.ts';
import { proxiesIn, sourceOf } from '../../src/hub/edge/client-address.ts';
import { canonicalHost, hostIn, targetOf } from '../../src/hub/edge/hosts.ts';
import { languageOf } from '../../src/hub/http/page.ts';
import { familyOf } from '../../src/link/click/agent-family.ts';
import { fetchesCards } from '../../src/link/click/card-fetchers.ts';
import { classifyRequest, deviceOf, machineOf } from '../../src/link/click/classify-request.ts';
import { destinationOf } from '../../src/link/destination.ts';
import { card } from '../../src/link/hub/visitor-pages.ts';
import { countIn, valueIn } from '../../src/link/import/cells.ts';
import { readClicksFile } from '../../src/link/import/read.ts';
import { tableIn } from '../../src/link/import/table.ts';
import { pathOf } from '../../src/link/short.ts';
import { canonicalUrl, samePage } from '../../src/post/canonical.ts';
import { condensed, platformAt } from '../../src/post/page/platforms.ts';
import { decimal, duration } from '../../src/post/page/quantities.ts';
import { unescaped } from '../../src/post/page/unescape.ts';
import { address, dated, line, personName, when, words } from '../../src/post/page/values.ts';
import { parseCount } from '../../src/post/parse-count.ts';
import { parseAddress, readPair } from '../../src/share/address.ts';
import { balanced, withoutBidi } from '../../src/share/bidi.ts';
import { normaliseInstance } from '../../src/share/channels/instance.ts';
import { checkWording, ruleFor } from '../../src/share/disclosure/disclosure.ts';
import { slug } from '../../src/share/slug.ts';
import { untracked } from '../../src/share/strip-tracking.ts';
import { graphemes, hanzi, mastodon, smsSegments, threads, xWeighted } from '../../src/share/text-length.ts';
import { normaliseCode } from '../../src/share/tracking-code.ts';
import { replaceUrls } from '../../src/share/urls-in-text.ts';
import { replaceLinked } from '../../src/share/x-autolinks.ts';
import { cleanName, isName } from '../../src/team/names.ts';
import { tagOf } from '../../src/workspace/tags.ts';

const BEHIND_ONE = { hops: 2 } as const;
const from = (headers: Record<string, string>) =>
  sourceOf({ headers, socket: { remoteAddress: '10.0.0.1' } }, BEHIND_ONE);

/** What reads text from outside, by what it is told of: headers, addresses, posts, pages, files, names. */
export const TEXT_READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['the machine in an agent', machineOf],
  ['the device in an agent', deviceOf],
  ['the family of an agent', familyOf],
  ['the fetcher of cards in an agent', fetchesCards],
  [
    'the word of a request',
    (text) =>
      classifyRequest({
        method: 'GET',
        headers: { 'user-agent': text, 'accept-language': text, 'sec-purpose': text },
      }),
  ],
  ['the path of a link', pathOf],
  ['the target of a request line', targetOf],
  ['a Host header', hostIn],
  ['a Host header written anew', canonicalHost],
  ['X-Forwarded-For', (text) => from({ 'x-forwarded-for': text })],
  ['Forwarded', (text) => from({ forwarded: text })],
  ['an address as a proxy writes it', forwardedAddress],
  ['the network of an address', networkOf],
  ['an address as a number', numberOf],
  ['a setting of proxies', proxiesIn],
  ['the languages that are accepted', languageOf],
  ['a card', (text) => card({ url: text, title: text, picture: text })],
  ['where a link may lead', destinationOf],
  ['a canonical address', canonicalUrl],
  ['whether two addresses are one page', (text) => samePage(text, `${text}x`)],
  ['a permalink', (text) => permalinkOf({ url: text, missing: [] })],
  ['the spellings of an address', spellingsOf],
  ['an address taken apart', parseAddress],
  ['a parameter of an address', readPair],
  ['an address without its trackers', untracked],
  ['the addresses in a text', (text) => replaceUrls(text, 'x')],
  ['the names of hosts in a text', (text) => replaceLinked(text, 'x')],
  ['a text with marks of direction', balanced],
  ['a text without marks of direction', withoutBidi],
  ['the length of a text in graphemes', graphemes],
  ['the length of a text to X', xWeighted],
  ['the length of a text to Mastodon', mastodon],
  ['the length of a text to Threads', threads],
  ['the length of a text to Weibo', hanzi],
  ['the length of a text by SMS', smsSegments],
  ['a name as a label', slug],
  ['an instance that was typed', normaliseInstance],
  ['a code that was typed', normaliseCode],
  ['a disclosure by the rule of Japan', (text) => checkWording(ruleFor('JP', 'x'), text)],
  ['a disclosure by the rule of the USA', (text) => checkWording(ruleFor('US', 'x'), text)],
  ['a disclosure by the rule of the EU', (text) => checkWording(ruleFor('EU', 'x'), text)],
  ['a tag that was typed', tagOf],
  ['a count in a page', parseCount],
  ['a price in a page', decimal],
  ['a duration in a page', duration],
  ['the words of a page', words],
  ['a line of a page', (text) => line(text, 100)],
  ['a name of a person in a page', personName],
  ['an address in a page', (text) => address(text, 'https://a.example/')],
  ['a time in a page', when],
  ['a date in a page', dated],
  ['a text that is escaped as a whole', unescaped],
  ['a name of a platform', condensed],
  ['a host of a platform', platformAt],
  ['a cell of an imported file', valueIn],
  ['a count of an imported file', countIn],
  ['an imported file', (text) => readClicksFile(text)],
  ['the table of an imported file', tableIn],
  ['a name in an archive', isDangerous],
  ['a name of a member', cleanName],
  ['whether a name is one', isName],
  ['what was shared into the app', (text) => receivedIn(`?text=${encodeURIComponent(text.toWellFormed())}`)],
];
