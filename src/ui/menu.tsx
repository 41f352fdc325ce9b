import * as menu from '@zag-js/menu';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { ComponentChildren } from 'preact';
import { createPortal } from 'preact';
import { useId } from 'preact/hooks';
import { Button, type ButtonKind } from './button.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ComponentChildren;
  readonly disabled?: boolean;
  /** Destructive. */
  readonly loss?: boolean;
}
interface MenuProps {
  /** The button's name; visible unless there is only an icon. */
  label: string;
  icon?: ComponentChildren;
  /** Shows only the icon. */
  bare?: boolean;
  kind?: ButtonKind;
  items: readonly MenuItem[];
  onSelect: (id: string) => void;
}

/** A menu button: arrow keys, type-ahead, Escape, and focus back to the button. */
export function Menu({ label, icon, bare = false, kind = 'plain', items, onSelect }: MenuProps) {
  const service = useMachine(menu.machine, {
    id: useId(),
    'aria-label': label,
    positioning: { placement: 'bottom-end', gutter: 4 },
    onSelect: (details) => onSelect(details.value),
  });
  const api = menu.connect(service, normalizeProps);
  return (
    <>
      <Button
        {...api.getTriggerProps()}
        kind={kind}
        icon={icon}
        aria-label={bare ? label : undefined}
        title={bare ? label : undefined}
      >
        {bare ? null : label}
      </Button>
      {api.open &&
        createPortal(
          <div {...api.getPositionerProps()}>
            <ul {...api.getContentProps()} class="menu">
              {items.map((item) => (
                <li
                  key={item.id}
                  {...api.getItemProps({ value: item.id, disabled: item.disabled ?? false })}
                  class="menu-item"
                  data-kind={item.loss ? 'loss' : undefined}
                >
                  {item.icon}
                  {item.label}
                </li>
              ))}
            </ul>
          </div>,
          document.body,
        )}
    </>
  );
}
