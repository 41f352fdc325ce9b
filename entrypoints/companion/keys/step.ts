/** What in a row of a list takes the focus when one steps to it. */
const ROWS = 'main [data-row]';

const isSeen = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });

/** Moves the focus to the next row of the list that is shown (1), or the one before (-1). False where there is none. */
export function stepRow(by: 1 | -1): boolean {
  if (document.querySelector('.dialog, .menu')) return false;
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].filter(isSeen).sort(inOrder);
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? rows.indexOf(activeElement) : -1;
  // From nowhere, one begins with what is in view.
  const from = at < 0 ? rows.findIndex((row) => row.getBoundingClientRect().top >= 0) : at + by;
  const next = rows[Math.min(Math.max(from, 0), rows.length - 1)];
  if (!next) return false;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** As they stand on the page: a long list keeps its rows in another order. */
function inOrder(a: HTMLElement, b: HTMLElement): number {
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  return one.top - other.top || one.left - other.left;
}
