import { cutAgent } from './agent-cache.ts';

/** Systems and browsers by their user agents; the first match counts, since most also name others for compatibility. */
const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['windows-phone', /Windows Phone/i],
  ['ios', /iPhone|iPad|iPod/],
  ['android', /Android|OpenHarmony|HarmonyOS/i],
  ['chromeos', /CrOS/],
  ['windows', /Windows/],
  ['mac', /Macintosh|Mac OS X/],
  ['linux', /Linux|X11|BSD/],
];
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['app', /; wv\)|\bFBA[NV]\/|\bFB_IAB\b|\bInstagram |\bLine\/|MicroMessenger|KAKAOTALK|\bElectron\//i],
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\/|\bOPT\/|\bOPiOS\/|\bOpera\b/],
  ['samsung', /SamsungBrowser/],
  ['yandex', /YaBrowser/],
  ['vivaldi', /Vivaldi/],
  ['whale', /Whale\//],
  ['duckduckgo', /DuckDuckGo|\bDdg\//],
  ['firefox', /\bFirefox\/|\bFxiOS\//],
  ['chrome', /\bChrom(?:e|ium)\/|\bCriOS\/|\bHeadlessChrome\//],
  ['safari', /\bSafari\//],
];

const firstOf = (kinds: readonly (readonly [string, RegExp])[], agent: string) =>
  kinds.find(([, pattern]) => pattern.test(agent))?.[0] ?? '';

/**
 * The operating system and browser of a user agent, without versions, so that an update stays in the same family. Empty if
 * it names neither.
 */
export function familyOf(whole: string): string {
  const agent = cutAgent(whole);
  return `${firstOf(SYSTEMS, agent)} ${firstOf(BROWSERS, agent)}`.trim();
}
