import { CircleAlert } from '../../../ui/icon.ts';

/** Why the request is shown in a window of ours. */
export function Why({ words }: { words: string }) {
  return (
    <p class="note" data-tone="warn" role="note">
      <CircleAlert aria-hidden="true" />
      <span>{words}</span>
    </p>
  );
}
