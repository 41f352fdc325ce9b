const EMBED = /[\u202a\u202b\u202d\u202e]/;
const ISOLATE = /[\u2066-\u2068]/;
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;
const POP_EMBED = '\u202c';
const POP_ISOLATE = '\u2069';
/** Below the depth (125) at which UAX 9 drops further embeddings. */
const MAX_DEPTH = 60;

type Stack = ('embed' | 'isolate')[];

function opened(char: string, stack: Stack): string {
  if (stack.length >= MAX_DEPTH) return '';
  stack.push(EMBED.test(char) ? 'embed' : 'isolate');
  return char;
}

/**
 * Drops a closing control without its opening. PDI also closes the embeddings opened inside its isolate (UAX 9,
 * X6a).
 */
function closed(char: string, stack: Stack): string {
  if (char === POP_EMBED) return stack.at(-1) === 'embed' && stack.pop() ? char : '';
  const isolate = stack.lastIndexOf('isolate');
  if (isolate < 0) return '';
  stack.length = isolate;
  return char;
}

/**
 * Closes all directional overrides, embeddings and isolates within the text, so that they cannot affect what
 * surrounds it. Balanced text is returned as is.
 */
export function balanced(text: string): string {
  const stack: Stack = [];
  const balancedText = text.replace(CONTROL, (char) =>
    EMBED.test(char) || ISOLATE.test(char) ? opened(char, stack) : closed(char, stack),
  );
  const ends = stack.reverse().map((kind) => (kind === 'embed' ? POP_EMBED : POP_ISOLATE));
  return balancedText + ends.join('');
}

/** Removes all directional controls. */
export function withoutBidi(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
