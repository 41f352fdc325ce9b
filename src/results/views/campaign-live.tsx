import { useEffect, useState } from 'preact/hooks';
import { clock, number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { SelectField } from '../../ui/field.tsx';
import type { Results } from '../read.ts';
import { SumsTable } from './sums-table.tsx';

interface CampaignLiveProps {
  results: Results;
  /** The first month whose figures are in it, by name. */
  since: string;
  channelName: (id: string) => string;
}

const NOTHING = { prepared: 0, opened: 0, captured: 0, clicked: 0 };

/** A campaign live, for the team's leaders: its figures change within seconds, as the hub counts. */
export function CampaignLive({ results, since, channelName }: CampaignLiveProps) {
  const campaigns = [...results.totals.keys()].filter((key) => key.startsWith('c.')).sort();
  const [chosen, setChosen] = useState('');
  const key = campaigns.includes(chosen) ? chosen : (campaigns[0] ?? '');
  const sums = results.totals.get(key) ?? NOTHING;
  const { language } = current.value;
  const isGuarded = results.rule?.mode === 'guarded';
  const figure = (n: number) => (isGuarded && n === 0 ? '–' : number(n, language));
  const content = JSON.stringify(sums);
  const [changed, setChanged] = useState(0);
  useEffect(() => setChanged(Date.now()), [content]);
  if (campaigns.length === 0) return null;
  const channels = [...(results.channels.get(key) ?? [])];
  return (
    <section class="team-live" aria-label={t('teamCampaign')}>
      <h2>{t(isGuarded ? 'meCampaigns' : 'teamCampaign')}</h2>
      <SelectField
        label={t('teamCampaignChoose')}
        value={key}
        options={campaigns.map((one) => ({ value: one, label: one.slice(2) }))}
        onChange={setChosen}
      />
      <p class="caption">{t('teamSince', { month: since })}</p>
      <dl class="funnel" aria-live="polite">
        {(['prepared', 'opened', 'clicked'] as const).map((name) => (
          <div key={name} class="funnel-step">
            <dt>{t(NAMES[name])}</dt>
            <dd>
              <span class="funnel-figure">{figure(sums[name] ?? 0)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {isGuarded && <p class="caption">{t('figuresWeekly')}</p>}
      {changed > 0 && !isGuarded && (
        <p class="caption">{t('teamCampaignAsOf', { time: clock(changed, language) })}</p>
      )}
      <SumsTable
        title={t('meChannels')}
        dash={isGuarded}
        rows={channels.map(([id, one]) => ({ id, name: channelName(id), sums: one }))}
      />
    </section>
  );
}

const NAMES = { prepared: 'mePreparedName', opened: 'meOpenedName', clicked: 'meClickedName' } as const;
