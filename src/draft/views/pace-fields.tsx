import './pace-fields.css';
import { t } from '../../i18n/language.ts';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Check, Field, SelectField } from '../../ui/field.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { changeSetting, readSetting } from '../../workspace/setting.ts';
import { type Pace, paceSetting } from '../pace.ts';

/** Limits to choose from; another stored value is added. */
const CAPS = [1, 2, 3, 5, 8, 12, 20];

const two = (n: number) => String(n).padStart(2, '0');
const toField = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** A `time` field's value in minutes of the day; null while it is incomplete. */
function fromField(value: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(value) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

interface TimeFieldProps {
  label: string;
  value: number;
  onChange: (minute: number) => void;
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type="time"
          value={toField(value)}
          onChange={(event) => {
            const minute = fromField(event.currentTarget.value);
            if (minute !== null) onChange(minute);
          }}
        />
      )}
    </Field>
  );
}

function QuietHours({ quiet, onChange }: { quiet: Pace['quiet']; onChange: (quiet: Pace['quiet']) => void }) {
  return (
    <div class="pace-quiet">
      <Check label={t('paceQuiet')} checked={quiet.on} onChange={(on) => onChange({ ...quiet, on })} />
      {quiet.on && (
        <div class="pace-hours">
          <TimeField
            label={t('paceFrom')}
            value={quiet.from}
            onChange={(from) => onChange({ ...quiet, from })}
          />
          <TimeField label={t('paceTo')} value={quiet.to} onChange={(to) => onChange({ ...quiet, to })} />
        </div>
      )}
      <p class="field-hint" role="status">
        {quiet.on && quiet.from === quiet.to && t('paceSame')}
      </p>
    </div>
  );
}

/** Daily limit and quiet hours. Changes apply at once. */
export function PaceFields({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readSetting(workspace, paceSetting), [workspace]);
  if (live.state !== 'ready') return null;
  const { cap, quiet } = live.value;
  const change = (part: Partial<Pace>) => {
    changeSetting(workspace, paceSetting, (before) => ({ ...before, ...part })).catch(sayFailure);
  };
  const caps = [...new Set([...CAPS, ...(cap > 0 ? [cap] : [])])].sort((a, b) => a - b);
  return (
    <>
      <SelectField
        label={t('paceCap')}
        hint={t('paceCapHow')}
        value={String(cap)}
        options={[
          { value: '0', label: t('paceNoCap') },
          ...caps.map((n) => ({ value: String(n), label: t('paceCapOf', { n }) })),
        ]}
        onChange={(value) => change({ cap: Number(value) })}
      />
      <QuietHours quiet={quiet} onChange={(next) => change({ quiet: next })} />
    </>
  );
}
