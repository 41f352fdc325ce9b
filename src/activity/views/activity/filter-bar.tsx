import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { X } from '../../../ui/icon.ts';
import { Pick } from '../../../ui/pick.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { EVENT_TYPES, type EventType } from '../../event.ts';
import type { FilterOptions } from '../../filter-options.ts';
import { type EventFilter, type Names, NO_FILTER } from '../../find.ts';
import { typeWords } from './event-words.ts';
import { periodWords } from './period-words.ts';

interface FilterBarProps extends Names {
  filter: EventFilter;
  used: FilterOptions;
  onFilter: (filter: EventFilter) => void;
}

/** The filters: words, type, channel, site, and days that another page linked to. */
export function FilterBar({ filter, used, onFilter, channelName, siteName }: FilterBarProps) {
  const change = (part: Partial<EventFilter>) => onFilter({ ...filter, ...part });
  const names = (ids: readonly string[], chosen: string, nameOf: (id: string) => string) =>
    [...new Set(chosen ? [...ids, chosen] : ids)].map((id) => ({ value: id, label: nameOf(id) }));
  const isType = (value: string): value is EventType => EVENT_TYPES.some((type) => type === value);
  const types = EVENT_TYPES.filter((type) => used.types.includes(type) || type === filter.type);
  const period = periodWords(filter);
  return (
    <div class="filters no-print">
      <SearchField label={t('activitySearch')} value={filter.words} onInput={(words) => change({ words })} />
      <Pick
        label={t('activityType')}
        value={filter.type}
        options={types.map((type) => ({ value: type, label: typeWords(type) }))}
        onPick={(value) => change({ type: isType(value) ? value : '' })}
      />
      <Pick
        label={t('activityChannel')}
        value={filter.channel}
        options={names(used.channels, filter.channel, channelName)}
        onPick={(channel) => change({ channel })}
      />
      <Pick
        label={t('activitySite')}
        value={filter.site}
        options={names(used.sites, filter.site, siteName)}
        onPick={(site) => change({ site })}
      />
      {period && (
        <Button
          icon={<X aria-hidden="true" />}
          aria-label={t('activityDropPeriod', { period })}
          onClick={() => change({ from: NO_FILTER.from, to: NO_FILTER.to, counted: false })}
        >
          {period}
        </Button>
      )}
    </div>
  );
}
