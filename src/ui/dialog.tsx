import * as dialog from '@zag-js/dialog';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { ComponentChildren } from 'preact';
import { createPortal } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { X } from './icon.ts';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Buttons at the bottom, the main action last. */
  footer?: ComponentChildren;
  children: ComponentChildren;
  /** `alertdialog` for destructive actions: a click outside does not close it. */
  role?: 'dialog' | 'alertdialog';
}

/** A modal dialog. Focus stays inside and returns afterwards; Escape closes it. */
export function Dialog({ open, onClose, title, footer, children, role = 'dialog' }: DialogProps) {
  const service = useMachine(dialog.machine, {
    id: useId(),
    open,
    role,
    closeOnInteractOutside: role === 'dialog',
    onOpenChange: (details) => {
      if (!details.open) onClose();
    },
  });
  const api = dialog.connect(service, normalizeProps);
  if (!api.open) return null;
  // Zag's own Portal calls React: https://github.com/chakra-ui/zag, packages/frameworks/preact/src/portal.tsx
  return createPortal(
    <>
      <div {...api.getBackdropProps()} class="backdrop" />
      <div {...api.getPositionerProps()} class="dialog-place">
        <div {...api.getContentProps()} class="dialog">
          <header>
            <h2 {...api.getTitleProps()}>{title}</h2>
            <Button
              {...api.getCloseTriggerProps()}
              kind="quiet"
              icon={<X aria-hidden="true" />}
              aria-label={t('uiClose')}
              title={t('uiClose')}
            />
          </header>
          <div class="dialog-body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </div>
      </div>
    </>,
    document.body,
  );
}
