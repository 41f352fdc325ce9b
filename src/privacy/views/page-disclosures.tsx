import { t } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import type { PageDisclosure } from './ports.ts';

/** What a script in a site's page learns, from the declarations; the messages by which it does are folded. */
export function PageDisclosures({ disclosures }: { disclosures: readonly PageDisclosure[] }) {
  return (
    <Section title={t('privacyPages')} about={t('privacyPagesAbout')}>
      <ul class="privacy-disclosures">
        {disclosures.map(({ words }) => (
          <li key={words}>{t(words)}</li>
        ))}
      </ul>
      <p class="caption">{t('privacyPagesShown')}</p>
      <details class="privacy-names caption">
        <summary>{t('privacyPagesNames')}</summary>
        <ul class="privacy-disclosures">
          {disclosures.map(({ words, messages }) => (
            <li key={words}>
              {t(words)}
              <code>{messages.join(', ')}</code>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
