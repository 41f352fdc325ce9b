import { CapturesPage } from '../../src/capture/views/captures-page.tsx';
import type { Workspace } from '../../src/workspace/open.ts';
import { siteName } from './names.ts';

/** Captures with the names of the sites. */
export function Captures({ workspace, id }: { workspace: Workspace; id: string }) {
  return <CapturesPage workspace={workspace} id={id} siteName={siteName} />;
}
