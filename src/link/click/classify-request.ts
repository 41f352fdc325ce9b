import { isbot } from 'isbot';
import { own } from '../../workspace/named.ts';
import { cachedByAgent, cutAgent } from './agent-cache.ts';
import { AGENTS, APPS, DESKTOP_APP, PEOPLE_TOO, WHOLE_BROWSER } from './agent-patterns.ts';
import { fetchesCards } from './card-fetchers.ts';
import type { Word } from './request-word.ts';

/** A request for a short link. Header names in lower case. */
export interface LinkRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The user agent of a request, cut to a maximal length. */
const agentOf = ({ headers }: LinkRequest): string => cutAgent(headers['user-agent'] ?? '').trim();

/** `Sec-Purpose`: https://wicg.github.io/nav-speculation/prefetch.html. Older browsers sent the other headers. */
const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];
const isAhead = ({ headers }: LinkRequest): boolean =>
  AHEAD.some((name) => /\b(?:prefetch|prerender|preview)\b/i.test(own(headers, name) ?? ''));

/**
 * Whether a page loads the link as a picture, frame or script, or fetches it, so that nobody followed it. Pages cannot fake
 * the headers of Fetch Metadata (w3.org/TR/fetch-metadata).
 */
const isEmbedded = ({ headers }: LinkRequest): boolean =>
  (headers['sec-fetch-dest'] ?? 'document') !== 'document' ||
  (headers['sec-fetch-mode'] ?? 'navigate') !== 'navigate';

/** Whether a program fetches the page, as opposed to a browser that navigates to it. */
const isFetch = ({ headers }: LinkRequest): boolean => {
  const mode = headers['sec-fetch-mode'];
  const isForItself = (headers['sec-fetch-dest'] ?? 'empty') === 'empty';
  return isForItself && (mode === undefined ? !headers['accept-language'] : mode !== 'navigate');
};

/** Every browser sends its languages or Fetch Metadata; a client with neither only pretends to be one. */
const isLikeBrowser = ({ headers }: LinkRequest): boolean =>
  Boolean(headers['accept-language'] || headers['sec-fetch-mode'] || headers['sec-fetch-dest']);

/** The class of the machine that a user agent names; null if it names none. */
export function machineOf(agent: string): Word | null {
  if (fetchesCards(agent)) return 'preview';
  const named = AGENTS.find(([, pattern]) => pattern.test(agent));
  if (named) return named[0];
  // In-app browsers name their app, and isbot takes some of those names for machines. Only machines name a page about
  // themselves.
  if ((APPS.test(agent) || DESKTOP_APP.test(agent)) && !/https?:\/\/|\(compatible;|\bbot\b/i.test(agent))
    return null;
  return isbot(agent) ? 'bot' : null;
}

/** How user agents of people begin; those of apps and older phones begin with the app's or phone's name. */
const BEGINS =
  /^(?:Mozilla\/|Opera\/|UCWEB|\[FB|DoCoMo\/|KDDI-|SoftBank\/|Vodafone\/|BlackBerry|Nokia|SonyEricsson|SAMSUNG-|LG-)/;

/** What depends on the user agent alone and not on the rest of the request. */
interface Traits {
  readonly machine: Word | null;
  /** A complete browser's user agent that also has the name of a reader or of a company's product, and of no other machine. */
  readonly isCarrier: boolean;
  readonly isDesktopApp: boolean;
  readonly isApp: boolean;
  readonly isBegun: boolean;
}

const traitsOf = cachedByAgent((agent): Traits => {
  const isDesktopApp = DESKTOP_APP.test(agent);
  return {
    machine: machineOf(agent),
    isCarrier: isCarrier(agent),
    isDesktopApp,
    isApp: isDesktopApp || APPS.test(agent),
    isBegun: BEGINS.test(agent),
  };
});

function isCarrier(agent: string): boolean {
  if (!PEOPLE_TOO.test(agent) || !WHOLE_BROWSER.test(agent) || /https?:\/\//i.test(agent)) return false;
  return machineOf(agent.replace(new RegExp(PEOPLE_TOO, 'gi'), '')) === null;
}

/** Whether a person navigates in such a browser: without the name it is a browser, and it sends a browser's headers. */
function isPersonIn({ machine, isCarrier }: Traits, request: LinkRequest): boolean {
  if (!isCarrier) return false;
  // Scanners use real browsers too, but seldom navigate.
  if (machine !== 'reader') return request.headers['sec-fetch-mode'] === 'navigate';
  return isLikeBrowser(request) && !isFetch(request);
}

/** Classifies a request, by nothing but the request itself. */
export function classifyRequest(request: LinkRequest): Word {
  const agent = agentOf(request);
  const traits = traitsOf(agent);
  const { machine, isApp } = traits;
  if (machine && !isPersonIn(traits, request)) return machine;
  if (request.method === 'HEAD') return 'head';
  if (request.method !== 'GET') return 'other';
  if (agent === '' || agent === '-') return 'blank';
  if (isAhead(request)) return 'ahead';
  if (traits.isDesktopApp && isFetch(request)) return 'preview';
  if (isEmbedded(request)) return 'embed';
  if (!isApp && !traits.isBegun) return 'tool';
  if (!isLikeBrowser(request)) return 'unlike';
  return isApp ? 'app' : 'browser';
}

export const DEVICES = ['phone', 'tablet', 'desktop', 'other'] as const;
export type Device = (typeof DEVICES)[number];

const SCREEN_ONLY =
  /\b(?:SMART-?TV|Smart TV|GoogleTV|Google TV|Android ?TV|Apple ?TV|BRAVIA|CrKey|HbbTV|NetCast|Web0S|Roku|AFT[A-Z]\w*|PlayStation|Xbox|Nintendo)\b/i;
/** `Tablet PC`: Windows computers with a pen name it too. */
const TABLET = /iPad|Tablet(?! PC)|PlayBook|Kindle|Silk(?!\/.{0,200}Mobile)/i;
/** Browsers and systems for phones only, whatever other system the user agent names. */
const PHONE_ALONE = /Opera M(?:ini|obi)|UCWEB|IEMobile|Windows Phone|J2ME|MIDP|KAIOS|Symbian|BB10|Fennec/i;
const PHONE = /iPhone|iPod|\bMobile\b|\bMobi\b|BlackBerry|Nokia|DoCoMo|KDDI-|SoftBank|\(Phone;/i;
const DESKTOP = /\bWindows\b|Macintosh|Mac_PowerPC|X11|CrOS|Linux|\(PC;/i;

/** Facebook's user agent on Android names no device but the screen's size: from 600 dp on it is a tablet. */
function deviceOfFacebook(agent: string): Device {
  const [, density, width, height] =
    /density=([\d.]{1,9}),width=(\d{1,6}),height=(\d{1,6})/.exec(agent) ?? [];
  const across = Math.min(Number(width), Number(height)) / Number(density);
  return across >= 600 ? 'tablet' : 'phone';
}

/** The kind of device that a user agent names. */
export function deviceOf(whole: string): Device {
  const agent = cutAgent(whole);
  if (PHONE_ALONE.test(agent) && !TABLET.test(agent)) return 'phone';
  if (SCREEN_ONLY.test(agent)) return 'other';
  if (/FBAN\/(?:FB4A|EMA|MessengerForAndroid|Orca-Android)/.test(agent)) return deviceOfFacebook(agent);
  if (TABLET.test(agent)) return 'tablet';
  if (PHONE.test(agent)) return 'phone';
  // Browsers on Android phones contain `Mobile`, so without it this is a tablet.
  if (/Android/i.test(agent) && !/CrOS|Chromebook/.test(agent)) return 'tablet';
  return DESKTOP.test(agent) ? 'desktop' : 'other';
}
