import type { ComponentChildren } from 'preact';

/** A figure with what it counts: the word behind it, or the one or two signs that Japanese and Chinese count with. */
const FIGURE = /(\d(?:[\d,.\u00a0\u202f]*\d)?(?:\s?\p{Script=Han}{1,2}|\s\p{L}+)?)/gu;

/** Text of which no figure stands on another line than its unit. What it says is not changed. */
export function Unbroken({ text }: { text: string }): ComponentChildren {
  return text.split(FIGURE).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} class="figure-text">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
