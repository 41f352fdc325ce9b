import { t } from '../../i18n/language.ts';
import { languageOf } from '../../team/language.ts';
import { type Profile, profile } from '../../team/profile.ts';
import type { DisclosurePreview } from '../../team/views/country-field.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import { shownDisclosure } from '../disclosure/disclosure-preview.ts';
import { preferences } from '../tables.ts';
import { channelName } from './channel-name.ts';
import { inUse } from './networks/network-order.ts';

/** The person and their channels, as Settings and the welcome page show them. */
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
