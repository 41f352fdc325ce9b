import './data.css';
import { useState } from 'preact/hooks';
import type { Check } from '../../workspace/check.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Archived } from '../archived.ts';
import { CheckPart } from './check-part.tsx';
import { CopiesPart } from './copies-part.tsx';
import { ExportPart } from './export-part.tsx';
import { ImportPart } from './import-part.tsx';

interface DataPageProps {
  workspace: Workspace;
  archived: Archived;
  checks: readonly Check[];
  app: string;
}

/** Your data: export, import, check, and automatic backups. */
export function DataPage({ workspace, archived, checks, app }: DataPageProps) {
  const [turn, setTurn] = useState(0);
  return (
    <>
      <ExportPart workspace={workspace} archived={archived} app={app} />
      <ImportPart workspace={workspace} archived={archived} onCopied={() => setTurn((n) => n + 1)} />
      <CheckPart workspace={workspace} checks={checks} />
      <CopiesPart workspace={workspace} archived={archived} turn={turn} />
    </>
  );
}
