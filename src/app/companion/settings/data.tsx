import { browser } from 'wxt/browser';
import { DataPage } from '../../../archive/views/data-page.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import { ARCHIVED } from '../../archived.ts';
import { CHECKS } from '../../checks.ts';
import { SettingsSections } from './sections.tsx';

/** Settings: export, import and backups. */
export function Data({ workspace }: { workspace: Workspace }) {
  const app = browser.runtime.getManifest().version;
  return (
    <>
      <DataPage workspace={workspace} archived={ARCHIVED} checks={CHECKS} app={app} />
      <SettingsSections audience="owner" props={{ workspace }} />
    </>
  );
}
