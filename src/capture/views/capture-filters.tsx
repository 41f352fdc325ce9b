import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/field.tsx';
import { LayoutGrid } from '../../ui/icon.ts';
import { Pick } from '../../ui/pick.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Card } from '../card.ts';
import { STANDINGS, standingOf } from '../rights/standing.ts';
import { type CaptureFilter, counted } from '../search.ts';
import type { Collection } from '../tables.ts';
import type { SiteNames } from './names.ts';
import { STANDING_WORDS } from './rights/words.ts';
import { VIEWS, type View } from './view-choice.ts';

interface CaptureFiltersProps extends SiteNames {
  cards: readonly Card[];
  collections: readonly Collection[];
  onManage: () => void;
  filter: CaptureFilter;
  onFilter: (filter: CaptureFilter) => void;
  view: View;
  onView: (view: View) => void;
}

const standingNamed = (value: string) => STANDINGS.find((one) => one === value) ?? 'unasked';

/** The choices with how many stand behind each; the chosen one stays, even with none behind it. */
function options(
  found: readonly { value: string; n: number }[],
  chosen: string,
  nameOf: (value: string) => string,
) {
  const rows =
    chosen && !found.some(({ value }) => value === chosen) ? [...found, { value: chosen, n: 0 }] : found;
  return rows.map(({ value, n }) => ({ value, label: t('captureChoice', { name: nameOf(value), n }) }));
}

/** What there is to filter by, counted once a change: a key pressed in the search counts nothing. */
function offeredBy(cards: readonly Card[], now: number) {
  return {
    sites: counted(cards.map(({ site }) => site)),
    tags: counted(cards.flatMap((card) => card.tags)),
    standings: counted(cards.map(({ rights, until }) => standingOf(rights, until, now))),
    partial: cards.some((card) => card.partial),
  };
}

/** What is looked for, and how it is shown. */
export function CaptureFilters(props: CaptureFiltersProps) {
  const { cards, collections, onManage, filter, onFilter, view, onView, siteName } = props;
  const change = (part: Partial<CaptureFilter>) => onFilter({ ...filter, ...part });
  const { sites, tags, standings, partial } = useMemo(() => offeredBy(cards, Date.now()), [cards]);
  const views = VIEWS.map((value) => ({
    value,
    label: t(value === 'grid' ? 'captureGrid' : 'captureList'),
  }));
  return (
    <div class="capture-filters no-print">
      <SearchField label={t('captureSearch')} value={filter.words} onInput={(words) => change({ words })} />
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
          options={options(standings, filter.rights, (value) => t(STANDING_WORDS[standingNamed(value)]))}
          onPick={(value) => change({ rights: value && standingNamed(value) })}
        />
      )}
      <Button
        kind="quiet"
        icon={<LayoutGrid aria-hidden="true" />}
        title={t('captureCollectionsManage')}
        aria-label={t('captureCollectionsManage')}
        onClick={onManage}
      />
      {(filter.partial || partial) && (
        <Check
          label={t('captureOnlyPartial')}
          checked={filter.partial}
          onChange={(only) => change({ partial: only })}
        />
      )}
      <Segmented label={t('captureView')} value={view} options={views} onChange={onView} />
    </div>
  );
}
