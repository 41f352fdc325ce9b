import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from './is-typing.ts';

interface Steps {
  /** Action of `k`; null where there is nothing before. */
  before: (() => void) | null;
  /** Action of `j`; null where there is nothing after. */
  after: (() => void) | null;
}

/** Handles `j` and `k`, as in mail readers, except while typing or in a dialog. */
export function useStepKeys(steps: Steps): void {
  const now = useRef(steps);
  now.current = steps;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
      if (event.defaultPrevented || document.querySelector('.dialog, .menu')) return;
      const step = event.key === 'j' ? now.current.after : event.key === 'k' ? now.current.before : null;
      if (!step) return;
      event.preventDefault();
      step();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
