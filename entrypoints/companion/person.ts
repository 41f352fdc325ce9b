import { addedHosts } from '../../src/feed/register-scripts.ts';
import { t } from '../../src/i18n/language.ts';
import { normaliseInstance } from '../../src/share/channels/instance.ts';
import { shownDisclosure } from '../../src/share/disclosure/disclosure-preview.ts';
import { preferences } from '../../src/share/tables.ts';
import { inUse } from '../../src/share/views/networks/network-order.ts';
import { SITES } from '../../src/sites/sites.ts';
import { languageOf } from '../../src/team/language.ts';
import { type Profile, profile } from '../../src/team/profile.ts';
import type { DisclosurePreview } from '../../src/team/views/country-field.tsx';
import type { Workspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';
import { channelName } from './names.ts';

/** The person's choices, as Settings and the welcome page show them. */
export async function readChoices(workspace: Workspace) {
  return {
    person: await readSetting(workspace, profile),
    channels: inUse((await readSetting(workspace, preferences)).channels),
  };
}

/** The disclosure as readers see it. */
export function previewOf(person: Profile, channels: readonly string[]): DisclosurePreview {
  const shown = shownDisclosure(person.country, person.company, languageOf(person), channels);
  const networks = (ids: readonly string[]) => ids.map(channelName).join(t('fieldJoin'));
  return {
    why: t(shown.why),
    lines: shown.lines.map(({ text, channels: ids }) => ({ text, networks: networks(ids) })),
  };
}

/** What the list of sites needs from sites, feed and share. */
export const siteDoors = { sites: SITES, readAdded: addedHosts, hostOf: normaliseInstance };
