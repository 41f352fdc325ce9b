import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Collection } from '../capture.ts';
import { allCollections } from '../collections.ts';

const NONE: readonly Collection[] = [];

/** The person's collections in order, live; empty while loading. */
export function useCollections(workspace: Workspace): readonly Collection[] {
  const live = useLive(() => allCollections(workspace), [workspace]);
  return live.state === 'ready' ? live.value : NONE;
}
