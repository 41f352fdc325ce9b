import { t } from '../../i18n/language.ts';
import { Check } from '../../ui/field.tsx';
import { Pick } from '../../ui/pick.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Card } from '../card.ts';
import { type CaptureFilter, counted } from '../search.ts';
import type { SiteNames } from './names.ts';
import { VIEWS, type View } from './view-choice.ts';

interface CaptureFiltersProps extends SiteNames {
  cards: readonly Card[];
  filter: CaptureFilter;
  onFilter: (filter: CaptureFilter) => void;
  view: View;
  onView: (view: View) => void;
}

/** The choices with how many stand behind each; the chosen one stays, even with none behind it. */
function options(values: Iterable<string>, chosen: string, nameOf: (value: string) => string) {
  const found = counted(values);
  const rows =
    chosen && !found.some(({ value }) => value === chosen) ? [...found, { value: chosen, n: 0 }] : found;
  return rows.map(({ value, n }) => ({ value, label: t('captureChoice', { name: nameOf(value), n }) }));
}

/** What is looked for, and how it is shown. */
export function CaptureFilters(props: CaptureFiltersProps) {
  const { cards, filter, onFilter, view, onView, siteName } = props;
  const change = (part: Partial<CaptureFilter>) => onFilter({ ...filter, ...part });
  const sites = options(
    cards.map(({ site }) => site),
    filter.site,
    siteName,
  );
  const tags = options(
    cards.flatMap((card) => card.tags),
    filter.tag,
    (tag) => tag,
  );
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
        options={sites}
        onPick={(site) => change({ site })}
      />
      <Pick label={t('captureTag')} value={filter.tag} options={tags} onPick={(tag) => change({ tag })} />
      {(filter.partial || cards.some((card) => card.partial)) && (
        <Check
          label={t('captureOnlyPartial')}
          checked={filter.partial}
          onChange={(partial) => change({ partial })}
        />
      )}
      <Segmented label={t('captureView')} value={view} options={views} onChange={onView} />
    </div>
  );
}
