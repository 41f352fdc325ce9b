/** What the page's scripts hold of a card, by the name of the card. */
export interface Held {
  readonly card: string;
  /** The post's name in the properties of its component, or only its number. */
  readonly urns: readonly string[];
  readonly number?: string;
}

/**
 * Runs in the page: hangs on each card what React does: its node in the tree, the component around it that knows the
 * post, and above that the list that knows every post.
 */
export function hold(held: readonly Held[]): void {
  const all = held.flatMap(({ urns }) => urns);
  for (const { card, urns, number } of held) {
    for (const element of document.querySelectorAll(`[componentkey*="${card}FeedType_"]`)) {
      const list = { stateNode: element.parentElement, memoizedProps: { items: all }, return: null };
      const data = number ? { update: { activityUrn: { activityId: number } } } : { updateUrns: urns };
      const component = {
        stateNode: null,
        key: null,
        memoizedProps: { ...data, render: () => null },
        return: list,
      };
      const node = {
        stateNode: element,
        key: null,
        memoizedProps: { role: 'listitem', onClick: () => null },
        return: component,
      };
      Object.defineProperty(element, '__reactFiber$k3yr4nd', {
        value: node,
        enumerable: true,
        configurable: true,
      });
    }
  }
}
