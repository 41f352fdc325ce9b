import './filter-bar.css';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { ListFilter } from './icon.ts';

interface FilterBarProps {
  /** The search field. */
  search: ComponentChildren;
  /** Number of active filters. */
  chosen: number;
  /** Number of matches, as text. */
  found: string;
  onClear: () => void;
  /** Sort order and layout, at the end of the bar. */
  end?: ComponentChildren;
  /** The filters. */
  children: ComponentChildren;
}

/** Search and filters of a list behind one button, with the number of matches. */
export function FilterBar({ search, chosen, found, onClear, end, children }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="filter-bar no-print">
      {search}
      <Button
        icon={<ListFilter aria-hidden="true" />}
        aria-expanded={open}
        aria-controls={id}
        data-chosen={chosen > 0 ? '' : undefined}
        onClick={() => setOpen(!open)}
      >
        {chosen > 0 ? t('uiFilterN', { n: chosen }) : t('uiFilter')}
      </Button>
      {end && <div class="filter-end">{end}</div>}
      <fieldset
        class="filter-panel"
        id={id}
        aria-label={t('uiFilter')}
        hidden={!open}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          setOpen(false);
        }}
      >
        <div class="filter-fields">{open && children}</div>
        <p class="filter-found">
          <strong>{found}</strong>
          {chosen > 0 && (
            <Button kind="quiet" onClick={onClear}>
              {t('uiFilterClear')}
            </Button>
          )}
          <Button onClick={() => setOpen(false)}>{t('uiFilterDone')}</Button>
        </p>
      </fieldset>
    </div>
  );
}
