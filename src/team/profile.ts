import * as z from 'zod/mini';
import type { Setting } from '../workspace/setting.ts';

/** Countries whose disclosure rule we know. `none`: no rule, by the person's own choice. */
export const COUNTRIES = ['JP', 'US', 'UK', 'EU', 'CN', 'none'] as const;
export type Country = (typeof COUNTRIES)[number];
export const LANGUAGES = ['ja', 'en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

export const Profile = z.object({
  name: z.string().check(z.maxLength(80)),
  /** Named in the disclosure. Empty: the disclosure speaks of "my company". */
  company: z.string().check(z.maxLength(80)),
  /** The person's tracking code. Empty until the first share or the welcome page mints it. */
  code: z.string().check(z.maxLength(16)),
  country: z.enum(COUNTRIES),
  /** Empty: as the browser. */
  language: z.union([z.enum(LANGUAGES), z.literal('')]),
  /** When the welcome page was finished or skipped, UTC ms; 0 before. */
  welcomed: z.number(),
});
export type Profile = z.infer<typeof Profile>;

const EU_ZONES = /^Europe\/(?!London|Zurich|Oslo|Moscow|Istanbul|Kiev|Kyiv|Belgrade|Minsk)/;

/** The country to propose, from the browser's language and time zone. The stricter one where they disagree on none. */
export function likelyCountry(language: string, zone: string): Country {
  if (zone === 'Asia/Tokyo' || language.startsWith('ja')) return 'JP';
  if (/^Asia\/(Shanghai|Urumqi|Chongqing)$/.test(zone) || language === 'zh-CN') return 'CN';
  if (zone === 'Europe/London' || language === 'en-GB') return 'UK';
  if (EU_ZONES.test(zone)) return 'EU';
  return 'US';
}

/** The language of ours that is nearest to a browser's. */
export function nearestLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'ja') return 'ja';
    if (base === 'zh') return 'zh-CN';
    if (base === 'en') return 'en';
  }
  return 'en';
}

export const profile: Setting<Profile> = {
  name: 'profile',
  value: Profile,
  initial: {
    name: '',
    company: '',
    code: '',
    country: likelyCountry(
      typeof navigator === 'undefined' ? 'en' : navigator.language,
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    ),
    language: '',
    welcomed: 0,
  },
};
