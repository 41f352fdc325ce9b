import { useMemo, useRef, useState } from 'preact/hooks';
import type { Card } from '../card.ts';

/** The selection for bulk edits. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Selects or deselects one; with `range`, all between it and the last one. */
  readonly toggle: (id: string, range: boolean) => void;
  readonly set: (ids: Iterable<string>) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Selection among the visible cards. Cards that disappear are deselected. */
export function useSelection(shown: readonly Card[]): Chosen {
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const last = useRef('');
  const seen = useRef(shown);
  seen.current = shown;
  const ids = useMemo(() => {
    if (selected.size === 0) return NONE;
    return new Set(shown.flatMap(({ id }) => (selected.has(id) ? [id] : [])));
  }, [selected, shown]);
  const toggle = (id: string, range: boolean) => {
    const at = (of: string) => seen.current.findIndex((card) => card.id === of);
    const [from, to] = range ? [at(last.current), at(id)].sort((a, b) => a - b) : [-1, -1];
    last.current = id;
    const on = !selected.has(id);
    setSelected((before) => {
      const after = new Set(before);
      const between =
        from !== undefined && to !== undefined && from >= 0 ? seen.current.slice(from, to + 1) : [];
      for (const one of [...between.map((card) => card.id), id]) {
        if (on) after.add(one);
        else after.delete(one);
      }
      return after;
    });
  };
  return { ids, toggle, set: (all) => setSelected(new Set(all)) };
}
