import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface VirtualListProps<Item> {
  items: readonly Item[];
  /** Height of every row, px. */
  rowHeight: number;
  keyOf: (item: Item) => string;
  render: (item: Item) => ComponentChildren;
  /** Accessible name of the list. */
  label: string;
  /** Total number, -1 where unknown. */
  total?: number;
  /** Called when the last rows come near. */
  onNearEnd?: () => void;
  /** The scrolling element; absent for the window. */
  scroller?: RefObject<HTMLElement | null>;
}

const OVERSCAN = 8;

type Range = { first: number; last: number };

function shown(range: Range, count: number): number[] {
  const first = Math.max(0, range.first);
  return Array.from(
    { length: Math.max(0, Math.min(count - 1, range.last) - first + 1) },
    (_, i) => first + i,
  );
}

/**
 * A virtual list: only rows near the view exist. Real list items that know their position, for screen readers.
 * Preact 11 adds no `px`, so every size is a string.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, rowHeight, keyOf, render, label, total = items.length, onNearEnd, scroller } = props;
  const list = useRef<HTMLUListElement>(null);
  const [range, setRange] = useState<Range>({ first: 0, last: 40 });
  const virtualizer = useRef<{ update: (count: number) => void } | null>(null);

  useLayoutEffect(() => {
    const onChange = (found: { startIndex: number; endIndex: number } | null) => {
      if (!found) return;
      const next = { first: found.startIndex - OVERSCAN, last: found.endIndex + OVERSCAN };
      setRange((before) => (before.first === next.first && before.last === next.last ? before : next));
    };
    const started = follow(list, scroller, rowHeight, onChange);
    virtualizer.current = started;
    return () => started.stop();
  }, [rowHeight, scroller]);

  useLayoutEffect(() => virtualizer.current?.update(items.length), [items.length]);

  const nearEnd = range.last >= items.length - 20;
  useLayoutEffect(() => {
    if (nearEnd) onNearEnd?.();
  }, [nearEnd, items.length]);

  return (
    <ul ref={list} class="virtual" aria-label={label} style={{ blockSize: `${items.length * rowHeight}px` }}>
      {shown(range, items.length).map((index) => {
        const item = items[index];
        if (item === undefined) return null;
        const style = { blockSize: `${rowHeight}px`, transform: `translateY(${index * rowHeight}px)` };
        return (
          <li key={keyOf(item)} style={style} aria-setsize={total} aria-posinset={index + 1}>
            {render(item)}
          </li>
        );
      })}
    </ul>
  );
}

type OnRange = (range: { startIndex: number; endIndex: number } | null) => void;

/** Watches the visible part of the list, in the window or in a scrolling element. */
export function follow(
  list: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null> | undefined,
  rowHeight: number,
  onRange: OnRange,
) {
  const shared = { count: 0, estimateSize: () => rowHeight, overscan: 0 };
  const margin = () => (list.current ? list.current.getBoundingClientRect().top + window.scrollY : 0);
  if (scroller) {
    const own = new Virtualizer<HTMLElement, Element>({
      ...shared,
      getScrollElement: () => scroller.current,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: (instance) => onRange(instance.range),
    });
    return begin(own, onRange);
  }
  const own = new Virtualizer<Window, Element>({
    ...shared,
    scrollMargin: margin(),
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: (instance) => onRange(instance.range),
  });
  return begin(own, onRange);
}

function begin<Root extends Element | Window>(own: Virtualizer<Root, Element>, onRange: OnRange) {
  const stop = own._didMount();
  own._willUpdate();
  return {
    stop,
    update: (count: number) => {
      own.setOptions({ ...own.options, count });
      own._willUpdate();
      onRange(own.calculateRange());
    },
  };
}
