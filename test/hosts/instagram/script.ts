/** Runs in the page: nothing is loaded; what a press leads to is noted, also where a card would take it for its own. */
export function runPage(_: null): void {
  const own = window as unknown as { __navigated: string[]; __pressed: string[] };
  own.__navigated = [];
  own.__pressed = [];
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest('a');
    if (!link) return;
    // What somebody else has taken for themselves is not followed.
    if (!event.defaultPrevented) own.__navigated.push(link.pathname);
    event.preventDefault();
  });
  for (const type of ['dblclick', 'pointerdown', 'keydown'])
    document.addEventListener(type, (event) => {
      if (event.target instanceof Element && event.target.closest('article')) own.__pressed.push(type);
    });
}
