import { parseSync } from 'vite';
import { isNode, type Node, nodesIn, type Placed } from './syntax.ts';

/** One change of a file that its tests should notice. */
export interface Mutation {
  /** What kind of change. */
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

type Rule = (placed: Placed, text: string) => readonly string[];

const textOf = (node: unknown, text: string) => (isNode(node) ? text.slice(node.start, node.end) : '');

const EDGES = new Map([
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
  ['===', ['!==']],
  ['!==', ['===']],
]);
const ARITHMETIC = new Map([
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['%', '*'],
  ['<<', '>>'],
  ['>>>', '<<'],
]);

/** `a OPERATOR b` with another operator. */
const operated = (node: Node, text: string, operator: string) =>
  `(${textOf(node.left, text)} ${operator} ${textOf(node.right, text)})`;

const operatorOf = ({ operator }: Node) => (typeof operator === 'string' ? operator : '');

const CONDITIONS = new Set(['IfStatement', 'ConditionalExpression', 'WhileStatement']);
/** What is compared or joined has mutants of its own, of which one is its opposite or nearly so. */
const OWN_MUTANTS = new Set(['BinaryExpression', 'LogicalExpression', 'UnaryExpression']);

function conditions({ node, parent }: Placed, text: string): readonly string[] {
  const isTest = parent !== null && CONDITIONS.has(parent.type) && parent.test === node;
  return isTest && !OWN_MUTANTS.has(node.type) ? [`!(${textOf(node, text)})`] : [];
}

function edges({ node }: Placed, text: string): readonly string[] {
  if (node.type !== 'BinaryExpression') return [];
  return (EDGES.get(operatorOf(node)) ?? []).map((operator) => operated(node, text, operator));
}

function arithmetic({ node }: Placed, text: string): readonly string[] {
  const other = node.type === 'BinaryExpression' ? ARITHMETIC.get(operatorOf(node)) : undefined;
  return other ? [operated(node, text, other)] : [];
}

/** `a && b`: one of both is enough; and as if the second were not there. */
function logic({ node }: Placed, text: string): readonly string[] {
  if (node.type !== 'LogicalExpression') return [];
  const [left, right] = [textOf(node.left, text), textOf(node.right, text)];
  // Whether it is null or undefined, the types hold.
  if (node.operator === '??') return right === 'null' ? [] : [`(${left})`];
  return [`(${left} ${node.operator === '&&' ? '||' : '&&'} ${right})`, `(${left})`, `(${right})`];
}

function negations({ node }: Placed, text: string): readonly string[] {
  return node.type === 'UnaryExpression' && node.operator === '!' ? [`(${textOf(node.argument, text)})`] : [];
}

/** A number one more, a yes for a no. Keys and members of tuples are names, not constants. */
function constants({ node, parent }: Placed, text: string): readonly string[] {
  if (node.type !== 'Literal' || parent?.key === node) return [];
  if (typeof node.value === 'boolean') return [String(!node.value)];
  if (typeof node.value === 'number') return [`(${textOf(node, text)} + 1)`];
  return [];
}

/** A guard that lets everything pass. */
function returns({ node, parent }: Placed): readonly string[] {
  const isGuard = parent?.type === 'IfStatement' && parent.consequent === node && !parent.alternate;
  const ends = node.type === 'ReturnStatement' || node.type === 'ThrowStatement';
  return isGuard && (ends || node.type === 'ContinueStatement') ? [';'] : [];
}

function calls({ node }: Placed): readonly string[] {
  if (node.type !== 'ExpressionStatement' || !isNode(node.expression)) return [];
  return /^(?:Call|Await|Assignment|Update)Expression$/.test(node.expression.type) ? [';'] : [];
}

const OTHER_METHOD = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
]);

function methods({ node, parent }: Placed): readonly string[] {
  const isMethod = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
  const other = isMethod ? OTHER_METHOD.get(String(node.name)) : undefined;
  return other ? [other] : [];
}

const RULES: Readonly<Record<string, Rule>> = {
  'condition turned': conditions,
  'comparison moved': edges,
  'arithmetic changed': arithmetic,
  'logic changed': logic,
  'negation removed': negations,
  'constant changed': constants,
  'guard removed': returns,
  'statement removed': calls,
  'method changed': methods,
};

const isSign = (node: unknown, text: string): boolean => /^-?1$/.test(textOf(node, text));

/** Where the numbers of `a < b ? -1 : 1` stand: a sort reads their signs alone. */
const signsIn = (all: readonly Placed[], text: string): ReadonlySet<number> =>
  new Set(
    all.flatMap(({ node: { type, consequent, alternate } }) =>
      type === 'ConditionalExpression' && isSign(consequent, text) && isSign(alternate, text)
        ? [consequent, alternate].flatMap((one) => (isNode(one) ? [one.end] : []))
        : [],
    ),
  );

/** Every mutation of a file by the rules, in the order of its text. */
export function mutationsOf(file: string, text: string): Mutation[] {
  const { program } = parseSync(file, text);
  const all = [...nodesIn(program)];
  const signs = signsIn(all, text);
  const isRead = ({ node }: Placed) => node.type !== 'Literal' || !signs.has(node.end);
  const found = all
    .filter(isRead)
    .flatMap((placed) =>
      Object.entries(RULES).flatMap(([rule, mutate]) =>
        mutate(placed, text).map((by) => ({ rule, start: placed.node.start, end: placed.node.end, by })),
      ),
    );
  return found.sort((a, b) => a.start - b.start);
}

export const mutated = (text: string, { start, end, by }: Mutation) =>
  text.slice(0, start) + by + text.slice(end);

export const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A mutation in words: its rule, and what becomes what. */
export const described = (text: string, { rule, start, end, by }: Mutation): string =>
  `${rule}: ${oneLine(text.slice(start, end)).slice(0, 80)} → ${oneLine(by).slice(0, 80)}`;
