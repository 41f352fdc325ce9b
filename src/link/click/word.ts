import { isbot } from 'isbot';
import { own } from '../../workspace/named.ts';
import { AGENTS, APPS, DESKTOP_APP, PEOPLE_TOO, WHOLE_BROWSER } from './agents.ts';
import { fetchesCards } from './card-fetchers.ts';
import { cutAgent, ofAgent } from './of-agent.ts';

/**
 * What of a request the counting rules may look at, and all that is kept of its user agent. A closed vocabulary: no
 * word tells one person from another, and newer rules can be run over the words of years ago.
 *
 * `browser`, `app`: a browser, and one inside of an app. `preview`: fetches a card for a network or a chat. `search`,
 * `ai`, `scanner`, `monitor`, `reader`, `tool`, `driven`, `bot`: machines, as they name themselves. `ahead`: a browser
 * that fetches what may be opened next. `embed`: a page that has the link as its picture or frame. `head`: asked for
 * the header alone. `other`: neither GET nor HEAD. `blank`: says nothing of itself. `unlike`: names a browser and does
 * not ask as one.
 */
export const WORDS = [
  'browser',
  'app',
  'preview',
  'search',
  'ai',
  'scanner',
  'monitor',
  'reader',
  'tool',
  'driven',
  'bot',
  'ahead',
  'embed',
  'head',
  'other',
  'blank',
  'unlike',
] as const;
export type Word = (typeof WORDS)[number];

/** A request for a short link. Header names in lower case. */
export interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The user agent of a request, cut. */
const agentOf = ({ headers }: Asked): string => cutAgent(headers['user-agent'] ?? '').trim();

/** https://wicg.github.io/nav-speculation/prefetch.html: `Sec-Purpose`; the others are what browsers sent before. */
const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];
const isAhead = ({ headers }: Asked): boolean =>
  AHEAD.some((name) => /\b(?:prefetch|prerender|preview)\b/i.test(own(headers, name) ?? ''));

/**
 * A page has the link as a picture, a frame or a script, or fetches it: nobody followed it. What browsers say of that by
 * Fetch Metadata (w3.org/TR/fetch-metadata) a page cannot change.
 */
const isEmbedded = ({ headers }: Asked): boolean =>
  (headers['sec-fetch-dest'] ?? 'document') !== 'document' ||
  (headers['sec-fetch-mode'] ?? 'navigate') !== 'navigate';

/** An app asks for a page by itself, as scripts and programs do, and not as a browser that goes there. */
const isFetch = ({ headers }: Asked): boolean => {
  const mode = headers['sec-fetch-mode'];
  const isForItself = (headers['sec-fetch-dest'] ?? 'empty') === 'empty';
  return isForItself && (mode === undefined ? !headers['accept-language'] : mode !== 'navigate');
};

/** Every browser says which languages it wants, or that it navigates; what says neither only calls itself one. */
const isLikeBrowser = ({ headers }: Asked): boolean =>
  Boolean(headers['accept-language'] || headers['sec-fetch-mode'] || headers['sec-fetch-dest']);

/** The machine that a user agent names; null where it names none. */
export function machineOf(agent: string): Word | null {
  if (fetchesCards(agent)) return 'preview';
  const named = AGENTS.find(([, pattern]) => pattern.test(agent));
  if (named) return named[0];
  // In-app browsers name their app, and some of those names look like a machine's to a list of machines.
  // Machines alone say where more can be read of them.
  if ((APPS.test(agent) || DESKTOP_APP.test(agent)) && !/https?:\/\/|\(compatible;|\bbot\b/i.test(agent))
    return null;
  return isbot(agent) ? 'bot' : null;
}

/** How agents of people begin: those of apps and of older phones with the app or the phone. */
const BEGINS =
  /^(?:Mozilla\/|Opera\/|UCWEB|\[FB|DoCoMo\/|KDDI-|SoftBank\/|Vodafone\/|BlackBerry|Nokia|SonyEricsson|SAMSUNG-|LG-)/;

/** What of an agent alone decides, whatever request it came with. */
interface Traits {
  readonly machine: Word | null;
  /** A whole browser that carries the name of a reader or of a firm's product, and of no other machine. */
  readonly isCarrier: boolean;
  readonly isDesktopApp: boolean;
  readonly isApp: boolean;
  readonly isBegun: boolean;
}

const traitsOf = ofAgent((agent): Traits => {
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

/** Whether a person navigates in such a browser: the name aside it is a browser, and asks as one. */
function isPersonIn({ machine, isCarrier }: Traits, asked: Asked): boolean {
  if (!isCarrier) return false;
  // Scanners come as browsers too; those say seldom that they navigate.
  if (machine !== 'reader') return asked.headers['sec-fetch-mode'] === 'navigate';
  return isLikeBrowser(asked) && !isFetch(asked);
}

/** The one word by which a request is told. Depends on nothing but the request. */
export function wordOf(asked: Asked): Word {
  const agent = agentOf(asked);
  const traits = traitsOf(agent);
  const { machine, isApp } = traits;
  if (machine && !isPersonIn(traits, asked)) return machine;
  if (asked.method === 'HEAD') return 'head';
  if (asked.method !== 'GET') return 'other';
  if (agent === '' || agent === '-') return 'blank';
  if (isAhead(asked)) return 'ahead';
  if (traits.isDesktopApp && isFetch(asked)) return 'preview';
  if (isEmbedded(asked)) return 'embed';
  if (!isApp && !traits.isBegun) return 'tool';
  if (!isLikeBrowser(asked)) return 'unlike';
  return isApp ? 'app' : 'browser';
}

export const DEVICES = ['phone', 'tablet', 'desktop', 'other'] as const;
export type Device = (typeof DEVICES)[number];

const SCREEN_ONLY =
  /\b(?:SMART-?TV|Smart TV|GoogleTV|Google TV|Android ?TV|Apple ?TV|BRAVIA|CrKey|HbbTV|NetCast|Web0S|Roku|AFT[A-Z]\w*|PlayStation|Xbox|Nintendo)\b/i;
/** A PC that can be written on with a pen says that it is one, too. */
const TABLET = /iPad|Tablet(?! PC)|PlayBook|Kindle|Silk(?!\/.{0,200}Mobile)/i;
/** Whatever system is named beside them: these are made for phones alone. */
const PHONE_ALONE = /Opera M(?:ini|obi)|UCWEB|IEMobile|Windows Phone|J2ME|MIDP|KAIOS|Symbian|BB10|Fennec/i;
const PHONE = /iPhone|iPod|\bMobile\b|\bMobi\b|BlackBerry|Nokia|DoCoMo|KDDI-|SoftBank|\(Phone;/i;
const DESKTOP = /\bWindows\b|Macintosh|Mac_PowerPC|X11|CrOS|Linux|\(PC;/i;

/** Facebook's own agent for Android names no system, but how large the screen is: 600 steps across are a tablet's. */
function deviceOfFacebook(agent: string): Device {
  const [, density, width, height] =
    /density=([\d.]{1,9}),width=(\d{1,6}),height=(\d{1,6})/.exec(agent) ?? [];
  const across = Math.min(Number(width), Number(height)) / Number(density);
  return across >= 600 ? 'tablet' : 'phone';
}

/** What kind of device a user agent tells of. */
export function deviceOf(whole: string): Device {
  const agent = cutAgent(whole);
  if (PHONE_ALONE.test(agent) && !TABLET.test(agent)) return 'phone';
  if (SCREEN_ONLY.test(agent)) return 'other';
  if (/FBAN\/(?:FB4A|EMA|MessengerForAndroid|Orca-Android)/.test(agent)) return deviceOfFacebook(agent);
  if (TABLET.test(agent)) return 'tablet';
  if (PHONE.test(agent)) return 'phone';
  // A phone's browser says Mobile, also where an app names the system once more behind it.
  if (/Android/i.test(agent) && !/CrOS|Chromebook/.test(agent)) return 'tablet';
  return DESKTOP.test(agent) ? 'desktop' : 'other';
}
