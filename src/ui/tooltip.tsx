import { normalizeProps, useMachine } from '@zag-js/preact';
import * as tooltip from '@zag-js/tooltip';
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { createPortal } from 'preact';
import { useId } from 'preact/hooks';

interface TooltipProps {
  words: ComponentChildren;
  /** Renders the thing that is explained; it must take the props and be reachable by keyboard. */
  children: (props: ButtonHTMLAttributes) => ComponentChildren;
}

/** A few words about a thing, by pointer and by focus; Escape puts them away. Never the only place of a fact. */
export function Tooltip({ words, children }: TooltipProps) {
  const service = useMachine(tooltip.machine, {
    id: useId(),
    openDelay: 300,
    closeDelay: 100,
    positioning: { placement: 'top', gutter: 6 },
  });
  const api = tooltip.connect(service, normalizeProps);
  return (
    <>
      {children(api.getTriggerProps() as ButtonHTMLAttributes)}
      {api.open &&
        createPortal(
          <div {...api.getPositionerProps()}>
            <div {...api.getContentProps()} class="tooltip">
              {words}
            </div>
          </div>,
          document.body,
        )}
    </>
  );
}
