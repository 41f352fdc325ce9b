import type { ComponentType } from 'preact';
import { t } from '../../../i18n/language.ts';
import type { Audience, SectionProps } from '../../../team/settings-declaration.ts';
import { Section } from '../../../ui/section.tsx';
import { sectionsFor } from '../../settings-list.ts';
import { LazyPage } from '../lazy-page.tsx';

/** All sections for an audience as one view, so that they appear together. */
async function viewFor<To extends Audience>(audience: To): Promise<ComponentType<SectionProps[To]>> {
  const sections = await Promise.all(
    sectionsFor(audience).map(async ({ load, ...section }) => ({ ...section, View: await load() })),
  );
  return (props: SectionProps[To]) => (
    <>
      {sections.map(({ title, about, order, View }) =>
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

interface SettingsSectionsProps<To extends Audience> {
  audience: To;
  props: SectionProps[To];
}

/** The sections of Settings for an audience. */
export function SettingsSections<To extends Audience>({ audience, props }: SettingsSectionsProps<To>) {
  return <LazyPage load={() => viewFor(audience)} props={props} />;
}
