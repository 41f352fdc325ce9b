import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { newId } from '../workspace/ids.ts';

/** How long a message stays, ms; longer while hovered or focused. */
export const TOAST_MS = 6000;

interface Toast {
  readonly id: string;
  readonly words: string;
  readonly action: { label: string; run: () => void } | null;
}
const toasts = signal<readonly Toast[]>([]);

const drop = (id: string) => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** Shows a message with an optional undo. At most three at once. */
export function showToast(words: string, action: Toast['action'] = null): void {
  toasts.value = [...toasts.value.slice(-2), { id: newId(), words, action }];
}

function OneToast({ toast }: { toast: Toast }) {
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    if (paused) return undefined;
    const timer = setTimeout(() => drop(toast.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [paused, toast.id]);
  const { action } = toast;
  return (
    <div
      class="toast"
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocusIn={() => setPaused(true)}
      onFocusOut={() => setPaused(false)}
    >
      <span>{toast.words}</span>
      {action && (
        <button
          type="button"
          onClick={() => {
            drop(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}

/** Container of messages, once a page. Announced without moving focus. */
export function Toasts() {
  // Clears dismissed messages before the next is announced. A layout effect: a passive one may run late, after
  // the next message.
  useLayoutEffect(
    () => () => {
      toasts.value = [];
    },
    [],
  );
  return (
    <div class="toasts" role="status">
      {toasts.value.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
