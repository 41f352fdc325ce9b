import { t } from '../../i18n/language.ts';
import { Section } from '../../ui/section.tsx';
import type { PageDisclosure } from './ports.ts';

/** What a script in a site's page learns, and by which messages, from the declarations. */
export function PageDisclosures({ disclosures }: { disclosures: readonly PageDisclosure[] }) {
  return (
    <Section title={t('privacyPages')} about={t('privacyPagesAbout')}>
      <ul class="privacy-disclosures">
        {disclosures.map(({ words, messages }) => (
          <li key={words}>
            {t(words)}
            <code class="caption">{messages.join(', ')}</code>
          </li>
        ))}
      </ul>
      <p class="caption">{t('privacyPagesShown')}</p>
    </Section>
  );
}
