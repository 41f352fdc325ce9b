import { addedHosts } from '../feed/register-scripts.ts';
import { t } from '../i18n/language.ts';
import { normaliseInstance } from '../share/channels/instance.ts';
import { shownDisclosure } from '../share/disclosure/disclosure-preview.ts';
import { preferences } from '../share/tables.ts';
import { inUse } from '../share/views/networks/network-order.ts';
import { SITES } from '../sites/sites.ts';
import { languageOf } from '../team/language.ts';
import { type Profile, profile } from '../team/profile.ts';
import type { DisclosurePreview } from '../team/views/country-field.tsx';
import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
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
