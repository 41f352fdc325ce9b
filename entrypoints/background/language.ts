import type { ShownBySite } from '../../src/feed/button-choice.ts';
import { FEED_KEYS } from '../../src/feed/feed-words.ts';
import { registerFeeds } from '../../src/feed/register-scripts.ts';
import { subset } from '../../src/i18n/subset.ts';
import type { Language } from '../../src/team/profile.ts';
import { announce } from '../../src/workspace/announce.ts';
import { offerMenu } from './menu.ts';

/** Changes the language of open pages, of pages to come and of the browser's menu. */
export async function speakEverywhere(language: Language, shown: ShownBySite): Promise<void> {
  await registerFeeds(language, shown);
  await offerMenu(language);
  const words = { language, ...subset(FEED_KEYS)[language] };
  await announce({ musubi: 1, name: 'language', language, words });
}
