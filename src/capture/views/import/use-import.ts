import { useEffect, useRef, useState } from 'preact/hooks';
import { asError } from '../../../workspace/failure.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Capture, Collection } from '../../capture.ts';
import { MOST_BYTES } from '../../import/bookmark.ts';
import { dropBookmarks, keepBookmarks, type Plan, planned } from '../../import/keep-bookmarks.ts';
import { type FileKind, type FileRefusal, readBookmarks } from '../../import/read-file.ts';

/** State of an import, from choosing the file to undoing it. */
export type Import =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly file: string }
  | { readonly state: 'refused'; readonly file: string; readonly reason: FileRefusal }
  | {
      readonly state: 'preview';
      readonly file: string;
      readonly kind: FileKind;
      readonly plan: Plan;
      readonly skipped: number;
      readonly more: boolean;
    }
  | { readonly state: 'keeping'; readonly done: number; readonly total: number }
  | {
      readonly state: 'imported';
      readonly imported: readonly Capture[];
      /** Collections that the import created. */
      readonly made: readonly Collection[];
      readonly stopped: boolean;
      /** The error that ended the import after some was imported; null where none did. */
      readonly error: Error | null;
    }
  | { readonly state: 'dropped'; readonly n: number }
  | { readonly state: 'failed'; readonly error: Error };

/** Parses a file, previews the import, runs it and undoes it. */
export function useImport(workspace: Workspace) {
  const [now, setNow] = useState<Import>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const failed = (error: unknown) => setNow({ state: 'failed', error: asError(error) });

  const read = async (file: File) => {
    setNow({ state: 'reading', file: file.name });
    const at = Date.now();
    const read =
      file.size > MOST_BYTES
        ? ({ ok: false, reason: 'size' } as const)
        : readBookmarks(await file.text(), at);
    if (!read.ok) return setNow({ state: 'refused', file: file.name, reason: read.reason });
    const { kind, found, skipped, more } = read;
    const plan = await planned(workspace, found);
    setNow({ state: 'preview', file: file.name, kind, plan, skipped, more });
  };
  const keep = async (plan: Plan) => {
    const controller = new AbortController();
    running.current = controller;
    setNow({ state: 'keeping', done: 0, total: plan.fresh.length });
    const made: Collection[] = [];
    const imported: Capture[] = [];
    const error = await keepBookmarks(workspace, plan, Date.now(), {
      signal: controller.signal,
      onProgress: (done, total) => setNow({ state: 'keeping', done, total }),
      onImported: (some) => imported.push(...some),
      onMade: (some) => made.push(...some),
    }).then(() => null, asError);
    if (error && imported.length === 0 && made.length === 0) return failed(error);
    setNow({ state: 'imported', imported, made, stopped: controller.signal.aborted, error });
  };
  return {
    now,
    read: (file: File) => void read(file).catch(failed),
    keep: (plan: Plan) => void keep(plan).catch(failed),
    stop: () => running.current?.abort(),
    undo: ({ imported, made }: Extract<Import, { state: 'imported' }>) =>
      void dropBookmarks(workspace, imported, Date.now(), made).then(
        (n) => setNow({ state: 'dropped', n }),
        failed,
      ),
    leave: () => setNow({ state: 'idle' }),
  };
}
