import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { runFeed } from './run.ts';
import { takeOver } from './takeover.ts';

export default defineContentScript({
  registration: 'runtime',
  main() {
    const signal = takeOver();
    if (document.contentType === 'text/html' || document.contentType === 'application/xhtml+xml') {
      runFeed(signal, browser.i18n.getUILanguage());
    }
  },
});
