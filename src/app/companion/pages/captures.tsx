import { capturesSheet } from '../../../capture/csv.ts';
import { captures } from '../../../capture/tables.ts';
import type { ExportChosen } from '../../../capture/views/bulk/selection-bar.tsx';
import { CapturesPage } from '../../../capture/views/captures-page.tsx';
import type { AddToLibrary } from '../../../capture/views/detail/detail-page.tsx';
import { t } from '../../../i18n/language.ts';
import { shareCapture } from '../../../library/share-capture.ts';
import { openSheet } from '../../../share/views/sheet/mount.tsx';
import { team } from '../../../team/views/use-team.ts';
import type { PageProps } from '../../../ui/page.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { csvHead, csvLines } from '../../../workspace/csv.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { siteName } from '../../names.ts';

/** Exports the selected captures in the archive's format: same columns, same rows. */
function exporting(workspace: Workspace): ExportChosen {
  return async (ids, format) => {
    const found = await workspace.rows(captures).bulkGet([...ids]);
    const rows = found.flatMap((row) => (row ? [row] : []));
    const text =
      format === 'csv'
        ? csvHead(capturesSheet, t) + csvLines(capturesSheet, rows)
        : `${JSON.stringify({ musubi: 'captures', version: 1, captures: rows }, null, 1)}\n`;
    const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
    saveFile(new Blob([text], { type }), `musubi-captures.${format}`);
  };
}

/** Shares with this page's team; null without one or without the right to write. */
function adding(): AddToLibrary {
  const now = team.value;
  if (!now || now.member.role === 'viewer') return null;
  return (capture) => shareCapture(now, capture, Date.now());
}

/** Captures with the names of sites and the export of selected ones. */
export function Page({ workspace, route }: PageProps) {
  return (
    <CapturesPage
      workspace={workspace}
      id={route.id}
      siteName={siteName}
      exportChosen={exporting(workspace)}
      onAddToLibrary={adding()}
      onShare={({ read }, near) => openSheet(read, near)}
    />
  );
}
