import { capturesSheet } from '../../src/capture/csv.ts';
import { captures } from '../../src/capture/tables.ts';
import type { ExportChosen } from '../../src/capture/views/bulk/selection-bar.tsx';
import { CapturesPage } from '../../src/capture/views/captures-page.tsx';
import type { Give } from '../../src/capture/views/detail/detail-page.tsx';
import { t } from '../../src/i18n/language.ts';
import { give } from '../../src/library/share-capture.ts';
import { openSheet } from '../../src/share/views/sheet/mount.tsx';
import { team } from '../../src/team/views/use-team.ts';
import { saveFile } from '../../src/ui/save-file.ts';
import { csvHead, csvLines } from '../../src/workspace/csv.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { siteName } from './names.ts';

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
function giving(): Give {
  const now = team.value;
  if (!now || now.member.role === 'viewer') return null;
  return (capture) => give(now, capture, Date.now());
}

/** Captures with the names of sites and the export of selected ones. */
export function Captures({ workspace, id }: { workspace: Workspace; id: string }) {
  return (
    <CapturesPage
      workspace={workspace}
      id={id}
      siteName={siteName}
      exportChosen={exporting(workspace)}
      onGive={giving()}
      onShare={({ read }, near) => openSheet(read, near)}
    />
  );
}
