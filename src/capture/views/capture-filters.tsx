import { useMemo } from 'preact/hooks';
import { fromDateField, toDateField } from '../../activity/span.ts';
import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Check } from '../../ui/field.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Pick } from '../../ui/pick.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Collection } from '../capture.ts';
import type { Card } from '../card.ts';
import { PERMISSION_STATUSES, permissionStatusOf } from '../rights/permission-status.ts';
import { type CaptureFilter, choicesIn, counted, EVERYTHING } from '../search.ts';
import { SORTS, type Sort } from '../sort.ts';
import { STATUS_WORDS } from './rights/status-words.ts';
import type { SiteNames } from './site-names.ts';
import { VIEWS, type View } from './view-choice.ts';

interface CaptureFiltersProps extends SiteNames {
  cards: readonly Card[];
  /** Number of matches, as text. */
  found: string;
  collections: readonly Collection[];
  onManage: () => void;
  filter: CaptureFilter;
  onFilter: (filter: CaptureFilter) => void;
  sort: Sort;
  onSort: (sort: Sort) => void;
  view: View;
  onView: (view: View) => void;
}

const SORT_WORDS: Record<Sort, PlainKey> = {
  newest: 'captureSortNewest',
  oldest: 'captureSortOldest',
  posted: 'captureSortPosted',
  postedFirst: 'captureSortPostedFirst',
  author: 'captureSortAuthor',
};
const standingNamed = (value: string) => PERMISSION_STATUSES.find((one) => one === value) ?? 'unasked';
const dayIn = (field: string) => fromDateField(field) ?? 0;
const fieldOf = (day: number) => (day === 0 ? '' : toDateField(day));

/** Filter options with their counts; the selected one is listed even with none. */
function options(
  found: readonly { value: string; n: number }[],
  chosen: string,
  nameOf: (value: string) => string,
) {
  const rows =
    chosen && !found.some(({ value }) => value === chosen) ? [...found, { value: chosen, n: 0 }] : found;
  return rows.map(({ value, n }) => ({ value, label: t('captureChoice', { name: nameOf(value), n }) }));
}

/** Filter options, counted once a change of the cards and not at each key. */
function offeredBy(cards: readonly Card[], now: number) {
  return {
    sites: counted(cards.map(({ site }) => site)),
    tags: counted(cards.flatMap((card) => card.tags)),
    standings: counted(cards.map(({ rights, until }) => permissionStatusOf(rights, until, now))),
    partial: cards.some((card) => card.partial),
  };
}

interface FieldsProps extends CaptureFiltersProps {
  change: (part: Partial<CaptureFilter>) => void;
}

/** All filters of captures. */
function Fields({ cards, collections, onManage, filter, siteName, change }: FieldsProps) {
  const { sites, tags, standings, partial } = useMemo(() => offeredBy(cards, Date.now()), [cards]);
  return (
    <>
      <Pick
        label={t('captureSite')}
        value={filter.site}
        options={options(sites, filter.site, siteName)}
        onPick={(site) => change({ site })}
      />
      <Pick
        label={t('captureTag')}
        value={filter.tag}
        options={options(tags, filter.tag, (tag) => tag)}
        onPick={(tag) => change({ tag })}
      />
      <Pick
        label={t('captureCollection')}
        value={filter.collection}
        options={collections.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(collection) => change({ collection })}
      />
      {(filter.rights || standings.length > 1) && (
        <Pick
          label={t('captureRightsPick')}
          value={filter.rights}
          options={options(standings, filter.rights, (value) => t(STATUS_WORDS[standingNamed(value)]))}
          onPick={(value) => change({ rights: value && standingNamed(value) })}
        />
      )}
      <DayField
        label={t('capturePostedFrom')}
        value={fieldOf(filter.from)}
        onInput={(day) => change({ from: dayIn(day) })}
      />
      <DayField
        label={t('capturePostedTo')}
        value={fieldOf(filter.to)}
        onInput={(day) => change({ to: dayIn(day) })}
      />
      {(filter.partial || partial) && (
        <Check
          label={t('captureOnlyPartial')}
          checked={filter.partial}
          onChange={(only) => change({ partial: only })}
        />
      )}
      <Button kind="quiet" onClick={onManage}>
        {t('captureCollectionsManage')}
      </Button>
    </>
  );
}

/** Search, sort order and layout. */
export function CaptureFilters(props: CaptureFiltersProps) {
  const { found, filter, onFilter, sort, onSort, view, onView } = props;
  const change = (part: Partial<CaptureFilter>) => onFilter({ ...filter, ...part });
  const views = VIEWS.map((value) => ({
    value,
    label: t(value === 'grid' ? 'captureGrid' : 'captureList'),
  }));
  return (
    <FilterBar
      search={
        <SearchField label={t('captureSearch')} value={filter.words} onInput={(words) => change({ words })} />
      }
      chosen={choicesIn(filter)}
      found={found}
      onClear={() => onFilter({ ...EVERYTHING, words: filter.words })}
      end={
        <>
          <select
            class="input"
            aria-label={t('captureSort')}
            value={sort}
            onChange={(event) => onSort(SORTS.find((one) => one === event.currentTarget.value) ?? 'newest')}
          >
            {SORTS.map((value) => (
              <option key={value} value={value}>
                {t(SORT_WORDS[value])}
              </option>
            ))}
          </select>
          <Segmented label={t('captureView')} value={view} options={views} onChange={onView} />
        </>
      }
    >
      <Fields {...props} change={change} />
    </FilterBar>
  );
}
