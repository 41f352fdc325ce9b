import type { SectionProps } from '../../team/settings-declaration.ts';
import { CodeField } from '../../team/views/code-field.tsx';
import { CountryField } from '../../team/views/country-field.tsx';
import { useLive } from '../../workspace/live.ts';
import { readSetting } from '../../workspace/setting.ts';
import { preferences } from '../tables.ts';
import { newCode } from '../tracking-code.ts';
import { inUse } from './networks/network-order.ts';
import { previewOf } from './person-choices.ts';

/** The disclosure of the person's country, as readers of their channels will see it. */
export function DisclosureSettings({ workspace, person }: SectionProps['person']) {
  const live = useLive(() => readSetting(workspace, preferences), [workspace]);
  if (live.state !== 'ready') return null;
  const preview = previewOf(person, inUse(live.value.channels));
  return <CountryField workspace={workspace} person={person} preview={preview} />;
}

/** The person's tracking code. */
export function CodeSettings({ workspace, person }: SectionProps['person']) {
  return <CodeField workspace={workspace} person={person} mint={newCode} />;
}
