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

/** Writes the chosen captures as the archive writes them: the same columns, the same rows. */
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

/** Gives to the team of this page; null where there is none, or where who is in it only reads. */
function giving(): Give {
  const now = team.value;
  if (!now || now.member.role === 'viewer') return null;
  return (capture) => give(now, capture, Date.now());
}

/** Captures with the names of the sites, and the way out for those that are chosen. */
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
