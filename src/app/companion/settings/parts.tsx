import type { ComponentType } from 'preact';
import { t } from '../../../i18n/language.ts';
import type { Audience, PartProps } from '../../../team/settings-declaration.ts';
import { Section } from '../../../ui/section.tsx';
import { partsFor } from '../../settings-list.ts';
import { LazyPage } from '../lazy-page.tsx';

/** All parts for an audience as one view, so that they appear together. */
async function viewFor<To extends Audience>(audience: To): Promise<ComponentType<PartProps[To]>> {
  const parts = await Promise.all(
    partsFor(audience).map(async ({ load, ...part }) => ({ ...part, View: await load() })),
  );
  return (props: PartProps[To]) => (
    <>
      {parts.map(({ title, about, order, View }) =>
        title ? (
          <Section key={order} title={t(title)} about={about && t(about)}>
            <View {...props} />
          </Section>
        ) : (
          <View key={order} {...props} />
        ),
      )}
    </>
  );
}

interface SettingsPartsProps<To extends Audience> {
  audience: To;
  props: PartProps[To];
}

/** The parts of Settings for an audience. */
export function SettingsParts<To extends Audience>({ audience, props }: SettingsPartsProps<To>) {
  return <LazyPage load={() => viewFor(audience)} props={props} />;
}
