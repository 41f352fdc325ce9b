import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import { Check } from '../../../ui/field.tsx';
import type { Optional, SharedEvent } from '../../shared-event.ts';

const FIELDS: readonly { field: keyof SharedEvent; name: PlainKey; optional?: Optional }[] = [
  { field: 'type', name: 'fieldType' },
  { field: 'at', name: 'fieldAt' },
  { field: 'channel', name: 'fieldChannel' },
  { field: 'site', name: 'fieldSite', optional: 'site' },
  { field: 'item', name: 'fieldItem', optional: 'item' },
  { field: 'id', name: 'fieldId' },
];

interface SeesProps {
  /** A share as the team would see it; this person's own, if they have one. */
  example: SharedEvent;
  isOwn: boolean;
  without: readonly Optional[];
  onWithout: (without: readonly Optional[]) => void;
  /** How a field's value reads. */
  shown: (field: keyof SharedEvent, example: SharedEvent) => string;
}

/** What the team will see of a share, field by field, with the ones that may be left out. */
export function Sees({ example, isOwn, without, onWithout, shown }: SeesProps) {
  const toggle = (field: Optional, isOn: boolean) =>
    onWithout(isOn ? without.filter((one) => one !== field) : [...without, field]);
  return (
    <>
      <p>{t(isOwn ? 'joinSeesAbout' : 'joinSeesNone')}</p>
      <dl class="sees">
        {FIELDS.map(({ field, name, optional }) => (
          <div key={field}>
            <dt>{t(name)}</dt>
            <dd>
              {optional && without.includes(optional)
                ? t('fieldWithout')
                : field === 'id'
                  ? t('fieldIdMeans')
                  : shown(field, example) || t('adminNone')}
            </dd>
          </div>
        ))}
      </dl>
      <Check
        label={t('leavesWithSite')}
        checked={!without.includes('site')}
        onChange={(isOn) => toggle('site', isOn)}
      />
      <Check
        label={t('leavesWithItem')}
        checked={!without.includes('item')}
        onChange={(isOn) => toggle('item', isOn)}
      />
    </>
  );
}
