import { fromDateField, toDateField } from '../../activity/span.ts';
import { t } from '../../i18n/language.ts';
import { Check, Field, TextField } from '../../ui/field.tsx';
import type { LibraryItem } from '../item.ts';

/** Where and when an item may be shared. */
export type Terms = Pick<LibraryItem, 'channels' | 'campaign' | 'from' | 'to'>;

export interface ChannelName {
  readonly id: string;
  readonly name: string;
}

interface TermsProps {
  terms: Terms;
  channels: readonly ChannelName[];
  onChange: (part: Partial<Terms>) => void;
}

/** Whether the last day is before the first. */
export const isTurned = ({ from, to }: Pick<Terms, 'from' | 'to'>) => to !== 0 && from > to;

function DayField({
  label,
  day,
  error,
  onDay,
}: {
  label: string;
  day: number;
  error?: string;
  onDay: (day: number) => void;
}) {
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type="date"
          value={day === 0 ? '' : toDateField(day)}
          onInput={(event) => onDay(fromDateField(event.currentTarget.value) ?? 0)}
        />
      )}
    </Field>
  );
}

/** Campaign, days and channels of an item; no channel means all. */
export function ItemTerms({ terms, channels, onChange }: TermsProps) {
  const { campaign, from, to } = terms;
  const choose = (id: string, on: boolean) =>
    onChange({ channels: on ? [...terms.channels, id] : terms.channels.filter((one) => one !== id) });
  return (
    <details class="library-terms" open={campaign !== '' || from + to > 0 || terms.channels.length > 0}>
      <summary>{t('libraryTerms')}</summary>
      <TextField
        label={t('libraryCampaign')}
        hint={t('libraryCampaignHint')}
        value={campaign}
        maxLength={64}
        onInput={(value) => onChange({ campaign: value })}
      />
      <div class="library-days">
        <DayField label={t('libraryFrom')} day={from} onDay={(day) => onChange({ from: day })} />
        <DayField
          label={t('libraryTo')}
          day={to}
          error={isTurned(terms) ? t('libraryDaysWrong') : ''}
          onDay={(day) => onChange({ to: day })}
        />
      </div>
      <fieldset class="library-channels">
        <legend>{t('libraryChannels')}</legend>
        {channels.map(({ id, name }) => (
          <Check
            key={id}
            label={name}
            checked={terms.channels.includes(id)}
            onChange={(on) => choose(id, on)}
          />
        ))}
      </fieldset>
    </details>
  );
}
