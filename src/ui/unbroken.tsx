import type { ComponentChildren } from 'preact';

/** A figure with its unit: the next word, or one or two characters in Japanese and Chinese. */
const FIGURE = /(\d(?:[\d,.\u00a0\u202f]*\d)?(?:\s?\p{Script=Han}{1,2}|\s\p{L}+)?)/gu;

/** Text in which figures and their units stay on one line. */
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
