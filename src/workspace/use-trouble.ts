import { useEffect, useState } from 'preact/hooks';
import type { Workspace } from './open.ts';
import type { Trouble } from './trouble.ts';

/** What is wrong with the connection to the diary, live; null where nothing is. */
export function useTrouble(workspace: Workspace): Trouble | null {
  const [trouble, setTrouble] = useState<Trouble | null>(workspace.troubles.current);
  useEffect(() => workspace.troubles.listen(setTrouble), [workspace]);
  return trouble;
}
