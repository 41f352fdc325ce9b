/// <reference types="vite/client" />
import base from '../../../ui/base.css?inline';
import channels from './channels.css?inline';
import foot from './footer.css?inline';
import labels from './labels.css?inline';
import lines from './lines.css?inline';
import panel from './panel.css?inline';

/** `!important` of an inner tree outranks the page's (CSS Scoping 1, section 3.3). */
const HOST = ':host{all:initial!important;display:contents!important}';

/**
 * Tokens are set on the dialog, not on the host: a page's `* { --ink: red }` reaches the host but nothing
 * inside the shadow.
 */
function onDialog(css: string): string {
  return css.replace(/:root\b/g, 'dialog');
}

let sheet: CSSStyleSheet | null = null;

/** The sheet's style as an adopted stylesheet, which a page's CSP cannot block. */
export function style(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(HOST + onDialog(base) + panel + lines + labels + channels + foot);
  }
  return sheet;
}
