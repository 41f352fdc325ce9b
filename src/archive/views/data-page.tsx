import './data.css';
import { useState } from 'preact/hooks';
import type { Check } from '../../workspace/check.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Archived } from '../archived.ts';
import { CheckSection } from './check-section.tsx';
import { CopiesSection } from './copies-section.tsx';
import { ExportSection } from './export-section.tsx';
import { ImportSection } from './import-section.tsx';

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
      <ExportSection workspace={workspace} archived={archived} app={app} />
      <ImportSection workspace={workspace} archived={archived} onCopied={() => setTurn((n) => n + 1)} />
      <CheckSection workspace={workspace} checks={checks} />
      <CopiesSection workspace={workspace} archived={archived} turn={turn} />
    </>
  );
}
