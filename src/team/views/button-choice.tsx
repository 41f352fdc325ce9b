import { t } from '../../i18n/language.ts';
import { Switch } from '../../ui/switch.tsx';
import type { Shown, Which } from '../buttons.ts';

interface ButtonChoiceProps {
  site: string;
  shown: Shown;
  onSwitch: (which: Which) => void;
}

/** Which of the two buttons a site's posts carry. Both may be off. */
export function ButtonChoice({ site, shown, onSwitch }: ButtonChoiceProps) {
  const one = (which: Which) => (
    <span class="button-choice">
      <span aria-hidden="true">{t(which === 'share' ? 'siteButtonShare' : 'siteButtonKeep')}</span>
      <Switch
        label={t(which === 'share' ? 'siteButtonShareOn' : 'siteButtonKeepOn', { site })}
        on={shown === 'both' || shown === which}
        onPress={() => onSwitch(which)}
      />
    </span>
  );
  return (
    <div class="button-choices">
      <span class="soft">{t('siteButtons')}</span>
      {one('share')}
      {one('keep')}
      {shown === 'none' && <p class="caption">{t('siteButtonsNone')}</p>}
    </div>
  );
}
