import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Pick } from '../../ui/pick.tsx';
import type { KnownSite } from './ports.ts';

/** Chooses the site whose data is to be deleted. */
export function SiteForm({
  sites,
  onAsk,
}: {
  sites: readonly KnownSite[];
  onAsk: (site: KnownSite) => void;
}) {
  const [id, choose] = useState('');
  const chosen = sites.find((site) => site.id === id);
  if (sites.length === 0) return <p class="caption">{t('privacyNoSites')}</p>;
  const options = sites.map(({ id: value, name: label }) => ({ value, label }));
  return (
    <div class="privacy-all">
      <span>{t('privacySiteLabel')}</span>
      <span class="privacy-site">
        <Pick label={t('privacySite')} value={chosen?.id ?? ''} options={options} onPick={choose} />
        <Button kind="loss" disabled={!chosen} onClick={() => chosen && onAsk(chosen)}>
          {t('privacySiteDelete')}
        </Button>
      </span>
    </div>
  );
}
