import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { Pick } from '../../ui/pick.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import {
  LINK_SORTS,
  LINK_STATES,
  type LinkFilter,
  type LinkSort,
  type LinkState,
  stateOf,
} from '../find-links.ts';
import type { ShortLink } from '../tables.ts';

const STATE_WORDS: Record<LinkState, PlainKey> = {
  live: 'linkStateLive',
  paused: 'linkPaused',
  ended: 'linkStateEnded',
  waiting: 'linkWaits',
  imported: 'linkStateImported',
};
const SORT_WORDS: Record<LinkSort, PlainKey> = {
  newest: 'linkSortNewest',
  people: 'linkSortPeople',
  last: 'linkSortLast',
  name: 'linkSortName',
};

interface LinkFiltersProps {
  links: readonly ShortLink[];
  filter: LinkFilter;
  onFilter: (filter: LinkFilter) => void;
  sort: LinkSort;
  onSort: (sort: LinkSort) => void;
  channelName: (id: string) => string;
}

/** What there is of something, most often first; the chosen one stays, even with none behind it. */
function offered(values: readonly string[], chosen: string): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  const found = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
  return chosen && !counts.has(chosen) ? [...found, chosen] : found;
}

/** What is looked for among one's links, and in which order they stand. */
export function LinkFilters({ links, filter, onFilter, sort, onSort, channelName }: LinkFiltersProps) {
  const change = (part: Partial<LinkFilter>) => onFilter({ ...filter, ...part });
  const now = Date.now();
  const options = (values: readonly string[], chosen: string, nameOf = (value: string) => value) =>
    offered(values, chosen).map((value) => ({ value, label: nameOf(value) }));
  const states = new Set(links.map((link) => stateOf(link, now)));
  const stood = LINK_STATES.filter((state) => states.has(state) || state === filter.state);
  return (
    <div class="link-filters no-print">
      <SearchField label={t('linkSearch')} value={filter.words} onInput={(words) => change({ words })} />
      {(stood.length > 1 || filter.state) && (
        <Pick
          label={t('linkState')}
          value={filter.state}
          options={stood.map((value) => ({ value, label: t(STATE_WORDS[value]) }))}
          onPick={(value) => change({ state: LINK_STATES.find((one) => one === value) ?? '' })}
        />
      )}
      <Pick
        label={t('linkChannel')}
        value={filter.channel}
        options={options(
          links.map(({ channel }) => channel),
          filter.channel,
          channelName,
        )}
        onPick={(channel) => change({ channel })}
      />
      <Pick
        label={t('linkCampaign')}
        value={filter.campaign}
        options={options(
          links.map(({ campaign }) => campaign),
          filter.campaign,
        )}
        onPick={(campaign) => change({ campaign })}
      />
      <Pick
        label={t('linkTag')}
        value={filter.tag}
        options={options(
          links.flatMap(({ tags = [] }) => tags),
          filter.tag,
        )}
        onPick={(tag) => change({ tag })}
      />
      <select
        class="input"
        aria-label={t('linkSort')}
        value={sort}
        onChange={(event) => onSort(LINK_SORTS.find((one) => one === event.currentTarget.value) ?? 'newest')}
      >
        {LINK_SORTS.map((value) => (
          <option key={value} value={value}>
            {t(SORT_WORDS[value])}
          </option>
        ))}
      </select>
    </div>
  );
}
