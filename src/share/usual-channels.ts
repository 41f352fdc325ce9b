import { own } from '../workspace/named.ts';
import type { Workspace } from '../workspace/open.ts';
import { beginSetting } from '../workspace/setting.ts';
import { preferences } from './tables.ts';

/** The networks that most people use in a country (ISO 3166-1), the one to share to in one click first. */
const BY_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  CN: ['weibo', 'wechat', 'xiaohongshu', 'qzone', 'qq'],
  JP: preferences.initial.channels,
  TW: ['facebook', 'line', 'threads', 'x', 'instagram'],
};
const ELSEWHERE: readonly string[] = ['x', 'linkedin', 'bluesky', 'threads', 'facebook', 'whatsapp'];

/** The networks to begin with in a country; an unknown or empty country has the most widely used ones. */
export function usualChannels(country: string): readonly string[] {
  return own(BY_COUNTRY, country) ?? ELSEWHERE;
}

/** Begins with the usual networks of a country. What the person chose before stays. */
export async function beginWithUsualChannels(workspace: Workspace, country: string): Promise<void> {
  const channels = [...usualChannels(country)];
  await beginSetting(workspace, preferences, { ...preferences.initial, channels });
}
