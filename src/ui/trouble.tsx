import './trouble.css';
import { t } from '../i18n/language.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Trouble } from '../workspace/trouble.ts';
import { useTrouble } from '../workspace/use-trouble.ts';
import { Button } from './button.tsx';
import { CircleAlert } from './icon.ts';

const WORDS = {
  outdated: 'failureOutdated',
  waiting: 'failureWaiting',
  rooms: 'failureRooms',
} as const satisfies Record<Trouble, string>;

/** Reports that a newer Musubi owns the diary, that another page blocks its upgrade, or that a room could not be stored. */
export function TroubleBar({ workspace }: { workspace: Workspace }) {
  const trouble = useTrouble(workspace);
  if (!trouble) return null;
  return (
    <div class="trouble" role="alert">
      <CircleAlert aria-hidden="true" />
      <p>{t(WORDS[trouble])}</p>
      {trouble === 'outdated' && <Button onClick={() => location.reload()}>{t('uiReload')}</Button>}
    </div>
  );
}
