/** The focusable element in a row. */
const ROWS = 'main [data-row]';

const isSeen = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });

/** Moves focus to the next (1) or previous (-1) row of the visible list. False where there is none. */
export function stepRow(by: 1 | -1): boolean {
  if (document.querySelector('.dialog, .menu')) return false;
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].filter(isSeen).sort(inOrder);
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? rows.indexOf(activeElement) : -1;
  // Without a focused row, starts with the first visible one.
  const from = at < 0 ? rows.findIndex((row) => row.getBoundingClientRect().top >= 0) : at + by;
  const next = rows[Math.min(Math.max(from, 0), rows.length - 1)];
  if (!next) return false;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** By position on the page: a virtual list keeps its rows in another order. */
function inOrder(a: HTMLElement, b: HTMLElement): number {
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  return one.top - other.top || one.left - other.left;
}
