import { t } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Holding } from '../holdings.ts';
import type { PrivacyDoors } from './doors.ts';

interface LeftProps {
  held: readonly Holding[];
  names: PrivacyDoors['names'];
}

const rowsOf = (held: readonly Holding[], table: string) =>
  held.find((one) => one.table.name === table)?.rows ?? 0;

/** What has left this device, and what would with a team: from the declarations. */
export function LeftPart({ held, names }: LeftProps) {
  const shares = rowsOf(held, 'links');
  const pictures = rowsOf(held, 'media');
  const would = held.filter(({ table }) => table.leaves === 'room').map(({ table }) => table.name);
  const kinds = would.map((table) => (names[table] ? t(names[table]) : table)).join(t('fieldJoin'));
  return (
    <Section title={t('privacyLeft')} about={t('privacyLeftAbout')}>
      <p class="privacy-nothing">{t('privacyNothing')}</p>
      <p>{t('privacyNothingHow')}</p>
      <ul class="privacy-yourself">
        {shares > 0 && <li>{t('privacyYourself', { n: shares })}</li>}
        {pictures > 0 && <li>{t('privacyPictures', { n: pictures })}</li>}
        <li>{would.length > 0 ? t('privacyWould', { tables: kinds }) : t('privacyWouldNone')}</li>
      </ul>
    </Section>
  );
}
