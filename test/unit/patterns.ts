import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { parseSync, Visitor } from 'vite';
import type { Recipe } from '../../src/sites/recipe.ts';

/** A pattern as it stands in a source file. */
export interface Pattern {
  readonly at: string;
  readonly regex: RegExp;
}

/** Every pattern that is written in these folders, each once. */
export function patternsIn(root: string, folders: readonly string[]): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, name);
      if (/\.tsx?$/.test(file)) for (const one of patternsOf(root, file)) found.set(String(one.regex), one);
    }
  return [...found.values()];
}

function patternsOf(root: string, file: string): Pattern[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Pattern[] = [];
  const note = (start: number, regex: RegExp) =>
    found.push({ at: `${file}:${text.slice(0, start).split('\n').length}`, regex });
  new Visitor({
    Literal(node) {
      if ('regex' in node) note(node.start, new RegExp(node.regex.pattern, node.regex.flags));
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/** Every pattern in the data of a site, wherever its parts were written. */
export function patternsOfSite(site: Recipe): Pattern[] {
  const found = JSON.stringify(site).matchAll(/"re":("(?:[^"\\]|\\.)*")/g);
  return Array.from(found, ([, re = '""']) => ({ at: `site ${site.id}`, regex: new RegExp(JSON.parse(re)) }));
}

const LETTERS = Array.from({ length: 127 }, (_, code) => String.fromCharCode((code + 97) % 127));
const CANDIDATES = [
  ...LETTERS,
  '\u00a0',
  'é',
  'ａ',
  'あ',
  '漢',
  '，',
  '。',
  '＃',
  '٣',
  '👍',
  '\u200d',
  '\u0301',
];

type Flags = Pick<RegExp, 'flags'>;

/** A character that an atom takes; empty where none of ours does. */
function charOf(raw: string, { flags }: Flags): string {
  const alone = new RegExp(`^(?:${raw})$`, flags.replace(/[gy]/g, ''));
  return CANDIDATES.find((one) => alone.test(one)) ?? '';
}

/** Which alternative of each group is taken. */
const CHOICES = [0, 1, 2];

interface Way extends Flags {
  readonly choice: number;
}

/** A text that a part of a pattern takes, as short as it goes; assertions are left out. */
function sampleOf(node: AST.Element, way: Way): string {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return sequence(node.alternatives[way.choice % node.alternatives.length]?.elements ?? [], way);
    case 'Quantifier':
      return sampleOf(node.element, way).repeat(Math.max(1, Math.min(node.min, 40)));
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return charOf(node.raw, way);
    default:
      return '';
  }
}

const sequence = (elements: readonly AST.Element[], way: Way) =>
  elements.map((one) => sampleOf(one, way)).join('');

/** A pump: what is repeated, and what stands before it once. */
type Pump = readonly [before: string, word: string];

/** What to repeat so that a pattern which can be slow is: what its loops take, with and without what leads to them. */
class Pumps {
  readonly found = new Map<string, Pump>();
  readonly tails = new Set(TAILS);
  private readonly way: Way;
  constructor(way: Way) {
    this.way = way;
  }

  of(alternatives: readonly AST.Alternative[], lead = ''): void {
    for (const { elements } of alternatives) {
      this.add('', sequence(elements, this.way));
      for (const [at, element] of elements.entries())
        this.ofElement(element, lead + sequence(elements.slice(0, at), this.way));
    }
  }

  private ofElement(element: AST.Element, lead: string): void {
    if (element.type === 'Quantifier' && element.max > 20)
      for (const word of this.wordsOf(element.element)) {
        this.add(lead, word);
        this.add('', lead + word);
      }
    const inner = element.type === 'Quantifier' ? element.element : element;
    if (inner.type === 'Group' || inner.type === 'CapturingGroup') this.of(inner.alternatives, lead);
    if (inner.type !== 'Assertion' || !('alternatives' in inner)) return;
    // What is looked for ahead and not to be there is what makes a pattern go on.
    for (const { elements } of inner.alternatives) this.tails.add(sequence(elements.slice(-9), this.way));
    this.add('', lead);
    this.of(inner.alternatives, lead);
  }

  private wordsOf(node: AST.QuantifiableElement): string[] {
    const isGroup = node.type === 'Group' || node.type === 'CapturingGroup';
    return isGroup
      ? node.alternatives.flatMap(({ elements }) => this.spelled(elements))
      : charsOf(node.raw, this.way);
  }

  /** A sequence, and the same with each kind of character that its atoms take. */
  private spelled(elements: readonly AST.Element[]): string[] {
    const atoms = elements.flatMap((one, at) => (/^Character(?:Set|Class)$/.test(one.type) ? [at] : []));
    const others = atoms.flatMap((at) =>
      charsOf(elements[at]?.raw ?? '', this.way).map(
        (char) =>
          sequence(elements.slice(0, at), this.way) + char + sequence(elements.slice(at + 1), this.way),
      ),
    );
    return [sequence(elements, this.way), ...others];
  }

  private add(before: string, word: string): void {
    if (word !== '') this.found.set(`${before}\0${word}`, [before, word]);
  }
}

const KINDS = ['a', '0', '_', ' ', '\n', '-', '.', '/', '#', ')', '"', ':', 'あ'];

/** Characters that an atom takes, one of each kind: what follows may take some of them too. */
function charsOf(raw: string, { flags }: Flags): string[] {
  const alone = new RegExp(`^(?:${raw})$`, flags.replace(/[gy]/g, ''));
  const all = new Set([...KINDS.filter((one) => alone.test(one)), charOf(raw, { flags })]);
  return [...all].filter(Boolean);
}

const HEADS = ['', '!'];
const TAILS = ['', '\0', '\n', '\n!', '!', ' ', 'a'];

/** The makers of texts that could be worst for a pattern, by how often it is repeated. */
export function* worstOf(regex: RegExp): Generator<(times: number) => string> {
  const mode = { unicode: regex.unicode, unicodeSets: regex.unicodeSets };
  const ast = new RegExpParser().parsePattern(regex.source, 0, regex.source.length, mode);
  const seen = new Set<string>();
  for (const choice of CHOICES) {
    const pumps = new Pumps({ flags: regex.flags, choice });
    pumps.of(ast.alternatives);
    for (const [key, [before, word]] of pumps.found) {
      if (seen.has(key)) continue;
      seen.add(key);
      for (const head of HEADS)
        for (const tail of pumps.tails)
          yield (times) =>
            head + before + word.repeat(times * (times > 99 && word.length < 3 ? 2 : 1)) + tail;
    }
  }
}

/** What a pattern costs for a text, ms of this thread's own: what else the machine does has no part in it. */
function cost(regex: RegExp, text: string): number {
  const before = process.threadCpuUsage();
  if (regex.global) text.replace(regex, '');
  else regex.test(text);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The least of some. It is measured no more where it is little. */
function leastCost(regex: RegExp, text: string, most: number, tries = 5): number {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries && least > most; n += 1) least = Math.min(least, cost(regex, text));
  return least;
}

/** How often a word is repeated: what is exponential shows at the first, what is quadratic at the last. */
const TIMES = [20, 24, 300, 1000];
/** Less than any quadratic pattern takes for the last, and more than any but large ones, ms. */
const QUICK = 0.7;
/** What no pattern takes for a few words, however large it is, ms. */
const EXPONENTIAL = 8;
/** What no linear pattern takes for some ten thousand words, whatever runs beside it, ms. */
const LONG = 60;

/** Whether a text takes more than in proportion. A large pattern takes its time for each character. */
function isSlow(regex: RegExp, make: (times: number) => string, times: number): boolean {
  if (times < 300) return leastCost(regex, make(times), EXPONENTIAL) > EXPONENTIAL;
  const took = leastCost(regex, make(times), QUICK);
  if (took <= QUICK) return false;
  // Six times as much costs a quadratic pattern 36 times as much, and a linear one six times, or a few more.
  const six = leastCost(regex, make(times * 6), took * 15, 2);
  if (six <= took * 15) return false;
  if (six > LONG) return true;
  // Beside others a linear one is some times slower, by caches and garbage; never as a quadratic one is, 225 times.
  return leastCost(regex, make(times * 15), took * 60, 3) > took * 60;
}

/** The text that a pattern is slow for; null where there is none. */
export function slowFor(regex: RegExp): string | null {
  for (const make of worstOf(regex)) if (TIMES.some((times) => isSlow(regex, make, times))) return make(20);
  return null;
}

/** The same, where it is slow whenever it is looked at: what else runs on the machine is no fault of a pattern's. */
export const alwaysSlowFor = (regex: RegExp): string | null =>
  slowFor(regex) && slowFor(regex) && slowFor(regex) && slowFor(regex);
