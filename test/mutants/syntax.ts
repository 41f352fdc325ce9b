/** A node of the syntax tree as oxc gives it (ESTree with types), with its place in the text. */
export type Node = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly start: number;
  readonly end: number;
};

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Written for the types alone: it is gone before anything runs. */
const TYPES_ONLY =
  /^TS(?:Interface|TypeAlias|TypeAnnotation|TypeParameter)|^TSDeclareFunction$|^ImportDeclaration$/;

export interface Placed {
  readonly node: Node;
  readonly parent: Node | null;
}

/** Every node that runs, from the outside in, with the node around it. */
export function* nodesIn(value: unknown, parent: Node | null = null): Generator<Placed> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one, parent);
  if (!isNode(value) || TYPES_ONLY.test(value.type)) return;
  yield { node: value, parent };
  for (const part of Object.values(value)) if (typeof part === 'object') yield* nodesIn(part, value);
}
