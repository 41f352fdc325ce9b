import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { authorsOf, type Owners } from '../../team/authors.ts';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Pick } from '../../ui/pick.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EVERYTHING, type Found, type LibraryFilter, SORTS, type Sort } from '../search.ts';
import { STATES, type State } from '../workflow-state.ts';
import { LANGUAGE_NAMES } from './item-form.tsx';
import type { ChannelName } from './item-terms.tsx';

export const VIEWS = ['list', 'board', 'posts'] as const;
export type View = (typeof VIEWS)[number];

const STATE_NAMES: Record<State, PlainKey> = {
  suggested: 'librarySuggested',
  approved: 'libraryApproved',
  declined: 'libraryDeclined',
  now: 'libraryNow',
  expired: 'libraryExpired',
  trash: 'libraryInTrash',
};
const SORT_NAMES: Record<Sort, PlainKey> = {
  newest: 'libraryNewest',
  title: 'libraryByTitle',
  validity: 'libraryByValidity',
};
const VIEW_NAMES: Record<View, PlainKey> = {
  list: 'libraryList',
  board: 'libraryBoard',
  posts: 'libraryPosts',
};

interface FiltersProps {
  all: readonly Found[];
  filter: LibraryFilter;
  onFilter: (filter: LibraryFilter) => void;
  sort: Sort;
  onSort: (sort: Sort) => void;
  view: View;
  onView: (view: View) => void;
  channels: readonly ChannelName[];
  members: readonly { id: string; name: string }[];
  owners: Owners;
  /** Number of matches. */
  n: number;
}

const usedValues = (values: readonly string[]) =>
  [...new Set(values)]
    .filter(Boolean)
    .sort()
    .map((value) => ({ value, label: value }));

/** Filter options of the items, computed once a change. */
function offeredBy(all: readonly Found[], owners: Owners) {
  const items = all.map(({ item }) => item);
  const authors = all.map(({ writers }) => authorsOf(writers.item, owners));
  return {
    tags: usedValues(items.flatMap(({ tags }) => tags)),
    campaigns: usedValues(items.map(({ campaign }) => campaign)),
    languages: usedValues(items.flatMap(({ versions }) => versions.map(({ language }) => language))),
    channels: new Set(items.flatMap(({ channels }) => channels)),
    who: new Set(authors.flatMap(({ first, last }) => [first, last])),
  };
}

const choicesIn = ({ words: _, ...choices }: LibraryFilter) =>
  Object.values(choices).filter((choice) => choice !== '').length;

/** All filters of the library. */
function Fields({ all, filter, channels, members, owners, change }: FieldsProps) {
  const offered = useMemo(() => offeredBy(all, owners), [all, owners]);
  return (
    <>
      <Pick
        label={t('libraryAll')}
        value={filter.state}
        options={STATES.map((value) => ({ value, label: t(STATE_NAMES[value]) }))}
        onPick={(value) => change({ state: STATES.find((one) => one === value) ?? '' })}
      />
      <Pick
        label={t('libraryTag')}
        value={filter.tag}
        options={offered.tags}
        onPick={(tag) => change({ tag })}
      />
      <Pick
        label={t('libraryCampaign')}
        value={filter.campaign}
        options={offered.campaigns}
        onPick={(campaign) => change({ campaign })}
      />
      <Pick
        label={t('libraryLanguageShort')}
        value={filter.language}
        options={offered.languages.map(({ value }) => ({
          value,
          label: t(LANGUAGE_NAMES[value as keyof typeof LANGUAGE_NAMES]),
        }))}
        onPick={(language) => change({ language })}
      />
      <Pick
        label={t('libraryChannel')}
        value={filter.channel}
        options={channels
          .filter(({ id }) => offered.channels.has(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(channel) => change({ channel })}
      />
      <Pick
        label={t('libraryWho')}
        value={filter.who}
        options={members
          .filter(({ id }) => offered.who.has(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(who) => change({ who })}
      />
    </>
  );
}

interface FieldsProps extends FiltersProps {
  change: (part: Partial<LibraryFilter>) => void;
}

/** Search, filters and layout of the library. */
export function Filters(props: FiltersProps) {
  const { filter, onFilter, sort, onSort, view, onView, n } = props;
  const change = (part: Partial<LibraryFilter>) => onFilter({ ...filter, ...part });
  const views = (
    <Segmented
      label={t('libraryView')}
      value={view}
      options={VIEWS.map((value) => ({ value, label: t(VIEW_NAMES[value]) }))}
      onChange={onView}
    />
  );
  const search = (
    <SearchField label={t('librarySearch')} value={filter.words} onInput={(words) => change({ words })} />
  );
  if (view === 'posts')
    return (
      <div class="filter-bar no-print">
        {search}
        <div class="filter-end">{views}</div>
      </div>
    );
  return (
    <FilterBar
      search={search}
      chosen={choicesIn(filter)}
      found={t('libraryCount', { n })}
      onClear={() => onFilter({ ...EVERYTHING, words: filter.words })}
      end={
        <>
          <select
            class="input"
            aria-label={t('librarySort')}
            value={sort}
            onChange={(event) => onSort(SORTS.find((one) => one === event.currentTarget.value) ?? 'newest')}
          >
            {SORTS.map((value) => (
              <option key={value} value={value}>
                {t(SORT_NAMES[value])}
              </option>
            ))}
          </select>
          {views}
        </>
      }
    >
      <Fields {...props} change={change} />
    </FilterBar>
  );
}
