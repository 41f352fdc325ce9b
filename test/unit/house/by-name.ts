import { parseSync } from 'vite';

type Node = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly start: number;
  readonly end: number;
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function* below(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* below(one);
  if (!isNode(value)) return;
  yield value;
  for (const part of Object.values(value)) if (typeof part === 'object') yield* below(part);
}

const RECORD = /^:\s*(?:(?:Readonly|Partial|Required)<)*(?:Partial)?Record<\s*string\b/;
const CAST = /\bas (?:Readonly<)?(?:Partial)?Record<\s*string\b/;

/** What is called a plain object by name: a variable, a parameter or a field that says so. */
function recordsIn(nodes: readonly Node[], text: string): Set<string> {
  const names = new Set<string>();
  for (const { type, name, key, typeAnnotation } of nodes) {
    const says = isNode(typeAnnotation) && RECORD.test(text.slice(typeAnnotation.start, typeAnnotation.end));
    if (!says) continue;
    if (type === 'Identifier') names.add(String(name));
    else if (isNode(key)) names.add(String(key.name));
  }
  return names;
}

function nameOf(node: Node, text: string): string {
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MemberExpression' && !node.computed && isNode(node.property))
    return String(node.property.name);
  if (CAST.test(text.slice(node.start, node.end))) return 'as Record';
  return '';
}

/** What it reads: without what it has of its own being asked for around it, a name from outside finds what all objects have. */
function isAsked(text: string, { start, end }: Node, name: string): boolean {
  const around = text.slice(Math.max(0, start - 300), end);
  return around.includes(`Object.hasOwn(${name},`) || around.includes(`${name} = Object.create(null)`);
}

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** Where a file looks up, writes or asks for a name in a plain object that may be anybody's, by the line. */
export function lookedUpByName(file: string, text: string): string[] {
  // Most files are not read any further, which takes seconds for all of them.
  if (!/Record<\s*string|[)\w] in \w/.test(text.replace(COMMENTS, ''))) return [];
  const nodes = [...below(parseSync(file, text).program)];
  const records = recordsIn(nodes, text);
  const found = nodes.filter((node) => {
    if (node.type === 'BinaryExpression' && node.operator === 'in')
      return (
        isNode(node.left) && node.left.type !== 'Literal' && isNode(node.right) && !isPrototype(node.right)
      );
    if (node.type !== 'MemberExpression' || !node.computed) return false;
    if (!isNode(node.object) || !isNode(node.property) || node.property.type === 'Literal') return false;
    const name = nameOf(node.object, text);
    return name === 'as Record' || (records.has(name) && !isAsked(text, node, name));
  });
  const lineOf = ({ start }: Node) => text.slice(0, start).split('\n').length;
  return found.map((node) => `${file}:${lineOf(node)} ${text.slice(node.start, node.end)}`);
}

const isPrototype = ({ property }: Node) => isNode(property) && property.name === 'prototype';
