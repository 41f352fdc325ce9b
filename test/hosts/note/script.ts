/** Runs in the page: nothing is loaded; what a press leads to is noted. */
export function runPage(_: null): void {
  const own = window as unknown as { __navigated: string[] };
  own.__navigated = [];
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    own.__navigated.push(link.pathname);
    event.preventDefault();
  });
}
