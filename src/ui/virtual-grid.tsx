import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWidth } from './use-width.ts';
import { follow } from './virtual-list.tsx';

interface VirtualGridProps<Item> {
  items: readonly Item[];
  /** Narrowest column and gap, px. */
  column: number;
  gap: number;
  /** Height of a cell (px) by its width (px). */
  heightOf: (width: number) => number;
  keyOf: (item: Item) => string;
  render: (item: Item) => ComponentChildren;
  /** Accessible name of the list. */
  label: string;
}

const ROWS_AROUND = 1;

/** How many columns fit, and their width. */
export function columnsIn(inner: number, column: number, gap: number): { count: number; width: number } {
  const count = Math.max(1, Math.floor((inner + gap) / (column + gap)));
  return { count, width: (inner - gap * (count - 1)) / count };
}

/** New cells rendered at once, so that a key need not wait for a whole screen. */
const AT_ONCE = 8;

interface Cell<Item> {
  readonly item: Item;
  readonly index: number;
  readonly key: string;
}

/** The cells to render: all existing ones and some new ones. The rest follows frame by frame. */
function useSome<Item>(cells: readonly Cell<Item>[]): readonly Cell<Item>[] {
  const standing = useRef<ReadonlySet<string>>(new Set());
  const [, goOn] = useState(0);
  let left = AT_ONCE;
  const some = cells.filter(({ key }) => standing.current.has(key) || left-- > 0);
  useLayoutEffect(() => {
    standing.current = new Set(some.map(({ key }) => key));
    if (some.length === cells.length) return undefined;
    const frame = requestAnimationFrame(() => goOn((n) => n + 1));
    return () => cancelAnimationFrame(frame);
  });
  return some;
}

/**
 * A virtual grid: only cells near the view exist. A list to screen readers, whose items know their position.
 * Rows have equal heights.
 */
export function VirtualGrid<Item>(props: VirtualGridProps<Item>) {
  const { items, column, gap, heightOf, keyOf, render, label } = props;
  const list = useRef<HTMLUListElement>(null);
  const { count, width } = columnsIn(useWidth(list), column, gap);
  const height = heightOf(width);
  const rowHeight = Math.round(height + gap);
  const rows = Math.ceil(items.length / count);
  const [range, setRange] = useState({ first: 0, last: 6 });
  const virtualizer = useRef<ReturnType<typeof follow> | null>(null);

  useLayoutEffect(() => {
    const started = follow(list, undefined, rowHeight, (found) => {
      if (!found) return;
      const next = { first: found.startIndex - ROWS_AROUND, last: found.endIndex + ROWS_AROUND };
      setRange((before) => (before.first === next.first && before.last === next.last ? before : next));
    });
    virtualizer.current = started;
    started.update(rows);
    return () => started.stop();
  }, [rowHeight]);
  useLayoutEffect(() => virtualizer.current?.update(rows), [rows]);

  const first = Math.max(0, range.first) * count;
  const near = width > 0 ? items.slice(first, (range.last + 1) * count) : [];
  const cells = useSome(near.map((item, at) => ({ item, index: first + at, key: keyOf(item) })));
  return (
    <ul ref={list} class="virtual" aria-label={label} style={{ blockSize: `${rows * rowHeight}px` }}>
      {cells.map(({ item, index, key }) => {
        const style = {
          inlineSize: `${width}px`,
          blockSize: `${height}px`,
          insetBlockStart: `${Math.floor(index / count) * rowHeight}px`,
          insetInline: `${(index % count) * (width + gap)}px auto`,
        };
        return (
          <li key={key} style={style} aria-setsize={items.length} aria-posinset={index + 1}>
            {render(item)}
          </li>
        );
      })}
    </ul>
  );
}
