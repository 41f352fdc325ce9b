import { date } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import type { TableUsage } from '../table-usage.ts';
import type { SentSummary } from './ports.ts';

interface SentProps {
  usages: readonly TableUsage[];
  sent: SentSummary;
  /** Address of the list of everything sent. */
  seeSent: string;
}

const rowsOf = (usages: readonly TableUsage[], table: string) =>
  usages.find((one) => one.table.name === table)?.rows ?? 0;

/** What was sent to a team; empty where there never was one. */
function SentToTeam({ sent, seeSent }: Pick<SentProps, 'sent' | 'seeSent'>) {
  const { address, items, before } = sent;
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
  if (items === 0)
    return (
      <>
        <p class="privacy-nothing">{t('privacyGivenNone')}</p>
        <p>{t('privacyGivenNoneHow', { address })}</p>
        {earlier}
      </>
    );
  return (
    <>
      <p class="privacy-nothing">{t('privacyGiven', { n: items })}</p>
      <p>
        {t('privacyGivenHow', { address })} <a href={seeSent}>{t('privacyGivenSee')}</a>
      </p>
      {earlier}
    </>
  );
}

/** What has left this device, and what would with a team, from the declarations. */
export function SentSection({ usages, sent, seeSent }: SentProps) {
  const shares = rowsOf(usages, 'links');
  const pictures = rowsOf(usages, 'media');
  const would = usages.filter(({ table }) => table.leaves === 'room').map(({ table }) => table.title);
  const kinds = would.map((title) => t(title)).join(t('fieldJoin'));
  const isIn = sent.address !== '';
  return (
    <Section title={t('privacyLeft')} about={t(isIn ? 'privacyLeftTeam' : 'privacyLeftAbout')}>
      <SentToTeam sent={sent} seeSent={seeSent} />
      <ul class="privacy-yourself">
        {shares > 0 && <li>{t('privacyYourself', { n: shares })}</li>}
        {pictures > 0 && <li>{t('privacyPictures', { n: pictures })}</li>}
        {!isIn && <li>{would.length > 0 ? t('privacyWould', { tables: kinds }) : t('privacyWouldNone')}</li>}
      </ul>
    </Section>
  );
}
