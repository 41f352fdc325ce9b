import { dayTime, month as monthName } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { SelectField } from '../../ui/field.tsx';
import { beginsHere, monthsOffered } from '../months.ts';

/** Which month of the team's is looked at: this one, or one of the year before it. */
export function MonthChoice({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const options = monthsOffered(Date.now(), month).map((value) => ({
    value,
    label: monthName(value, current.value.language),
  }));
  const begins = beginsHere(month);
  return (
    <div class="me-span no-print">
      <SelectField
        label={t('teamMonth')}
        hint={
          begins === null ? undefined : t('teamMonthUtc', { when: dayTime(begins, current.value.language) })
        }
        value={month}
        options={options}
        onChange={onMonth}
      />
    </div>
  );
}
