import { type Days, fromDateField, type Span, type SpanKind, toDateField } from '../../../activity/span.ts';
import { t } from '../../../i18n/language.ts';
import { Segmented } from '../../../ui/segmented.tsx';

interface SpanChoiceProps {
  span: Span;
  onSpan: (kind: SpanKind, own?: Days) => void;
}

function DateField({ label, day, onDay }: { label: string; day: number; onDay: (day: number) => void }) {
  return (
    <input
      class="input"
      type="date"
      aria-label={label}
      value={toDateField(day)}
      onChange={(event) => {
        const chosen = fromDateField(event.currentTarget.value);
        if (chosen !== null) onDay(chosen);
      }}
    />
  );
}

/** A week, four weeks, a year, or the person's own days. */
export function SpanChoice({ span, onSpan }: SpanChoiceProps) {
  return (
    <div class="me-span no-print">
      <Segmented<SpanKind>
        label={t('meSpan')}
        value={span.kind}
        options={[
          { value: 'week', label: t('meSpanWeek') },
          { value: 'four', label: t('meSpanFour') },
          { value: 'year', label: t('meSpanYear') },
          { value: 'any', label: t('meSpanAny') },
        ]}
        onChange={(kind) => onSpan(kind, kind === 'any' ? { from: span.from, to: span.to } : undefined)}
      />
      {span.kind === 'any' && (
        <div class="me-dates">
          <DateField
            label={t('meFrom')}
            day={span.from}
            onDay={(from) => onSpan('any', { from, to: span.to })}
          />
          <span aria-hidden="true">–</span>
          <DateField label={t('meTo')} day={span.to} onDay={(to) => onSpan('any', { from: span.from, to })} />
        </div>
      )}
    </div>
  );
}
