import './trouble.css';
import { t } from '../i18n/language.ts';
import type { Workspace } from '../workspace/open.ts';
import { useTrouble } from '../workspace/use-trouble.ts';
import { Button } from './button.tsx';
import { CircleAlert } from './icon.ts';

/** Reports that a newer Musubi owns the diary, or that another page blocks its upgrade. */
export function TroubleBar({ workspace }: { workspace: Workspace }) {
  const trouble = useTrouble(workspace);
  if (!trouble) return null;
  return (
    <div class="trouble" role="alert">
      <CircleAlert aria-hidden="true" />
      <p>{t(trouble === 'outdated' ? 'failureOutdated' : 'failureWaiting')}</p>
      {trouble === 'outdated' && <Button onClick={() => location.reload()}>{t('uiReload')}</Button>}
    </div>
  );
}
