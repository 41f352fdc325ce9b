/** What folders declare, in the order that each says of itself: the smaller comes first. */
export const inOrder = <One extends { readonly order: number }>(all: readonly One[]): readonly One[] =>
  all.toSorted((a, b) => a.order - b.order);
