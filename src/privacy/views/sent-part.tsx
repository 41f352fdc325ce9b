import { date } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Holding } from '../table-usage.ts';
import type { Given, PrivacyDoors } from './ports.ts';

interface LeftProps {
  held: readonly Holding[];
  names: PrivacyDoors['names'];
  given: Given;
  /** Where each entry that was given stands. */
  seeGiven: string;
}

const rowsOf = (held: readonly Holding[], table: string) =>
  held.find((one) => one.table.name === table)?.rows ?? 0;

/** What a team was given; nothing, where no team ever was. */
function Gave({ given, seeGiven }: Pick<LeftProps, 'given' | 'seeGiven'>) {
  const { address, items, before } = given;
  const earlier = before.items > 0 && (
    <p>{t('privacyGivenBefore', { n: before.items, date: date(before.until, current.value.language) })}</p>
  );
  if (address === '')
    return (
      earlier || (
        <>
          <p class="privacy-nothing">{t('privacyNothing')}</p>
          <p>{t('privacyNothingHow')}</p>
        </>
      )
    );
  return (
    <>
      <p class="privacy-nothing">{t('privacyGiven', { n: items })}</p>
      <p>
        {t('privacyGivenHow', { address })} <a href={seeGiven}>{t('privacyGivenSee')}</a>
      </p>
      {earlier}
    </>
  );
}

/** What has left this device, and what would with a team: from the declarations. */
export function LeftPart({ held, names, given, seeGiven }: LeftProps) {
  const shares = rowsOf(held, 'links');
  const pictures = rowsOf(held, 'media');
  const would = held.filter(({ table }) => table.leaves === 'room').map(({ table }) => table.name);
  const kinds = would.map((table) => (names[table] ? t(names[table]) : table)).join(t('fieldJoin'));
  const isIn = given.address !== '';
  return (
    <Section title={t('privacyLeft')} about={t(isIn ? 'privacyLeftTeam' : 'privacyLeftAbout')}>
      <Gave given={given} seeGiven={seeGiven} />
      <ul class="privacy-yourself">
        {shares > 0 && <li>{t('privacyYourself', { n: shares })}</li>}
        {pictures > 0 && <li>{t('privacyPictures', { n: pictures })}</li>}
        {!isIn && <li>{would.length > 0 ? t('privacyWould', { tables: kinds }) : t('privacyWouldNone')}</li>}
      </ul>
    </Section>
  );
}
