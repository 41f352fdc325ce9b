import { t } from '../../i18n/language.ts';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Check } from '../../ui/field.tsx';
import { asking, type MessageMap } from '../../workspace/ask.ts';
import { useLive } from '../../workspace/live.ts';
import type { badgeLook } from '../../workspace/messages.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import { clickBadge, showNewClicks } from '../new-clicks.ts';

const ask = asking<MessageMap<typeof badgeLook>>();

/** Whether new clicks are shown on our icon. */
export function ClickBadgeField({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readSetting(workspace, clickBadge), [workspace]);
  return (
    <Check
      label={t('badgeShow')}
      checked={live.state === 'ready' && live.value.on}
      onChange={(on) =>
        void showNewClicks(workspace, on, Date.now())
          .then(() => ask('draft.look', {}))
          .catch(sayFailure)
      }
    />
  );
}
