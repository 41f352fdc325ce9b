import { browser } from 'wxt/browser';
import { ARCHIVED } from '../../../src/app/archived.ts';
import { CHECKS } from '../../../src/app/checks.ts';
import { DataPage } from '../../../src/archive/views/data-page.tsx';
import { ImportBookmarks } from '../../../src/capture/views/import/import-bookmarks.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';

/** Settings: export, import and backups. */
export function Data({ workspace }: { workspace: Workspace }) {
  const app = browser.runtime.getManifest().version;
  return (
    <>
      <DataPage workspace={workspace} archived={ARCHIVED} checks={CHECKS} app={app} />
      <ImportBookmarks workspace={workspace} />
    </>
  );
}
