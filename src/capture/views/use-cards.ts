import { useEffect, useState } from 'preact/hooks';
import type { Live } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { type Cards, type Followed, liveCardsOf } from '../live-cards.ts';

/** All captures as cards, newest first, live. The newest show before all are loaded. */
export function useCards(workspace: Workspace, siteName: (id: string) => string): Live<Cards> {
  const following = liveCardsOf(workspace, siteName);
  const [now, setNow] = useState<Followed | null>(following.current());
  useEffect(() => following.listen(setNow), [following]);
  if (!now) return { state: 'loading' };
  return now.cards ? { state: 'ready', value: now.cards } : { state: 'failed', error: now.error };
}
