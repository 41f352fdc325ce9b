import en from '#words/en.json' with { type: 'json' };
import { type FilledKey, type Say, translate } from '../../../src/i18n/translate.ts';

/** Compiled and never run: that `tsc` refuses each of these is the test. */
export function onlyCompiled(say: Say, filled: FilledKey, either: 'shareNameOf' | 'uiClose'): void {
  say('uiClose');
  say('shareNameOf', { author: 'a' });
  // @ts-expect-error A placeholder without a value.
  say('shareNameOf');
  // @ts-expect-error A value of another name.
  say('shareNameOf', { name: 'a' });
  // @ts-expect-error A value too many.
  say('shareNameOf', { author: 'a', name: 'b' });
  // @ts-expect-error A value for a message without placeholders.
  say('uiClose', { author: 'a' });
  // @ts-expect-error A key that is in no folder.
  say('noSuchKey');
  // @ts-expect-error A plural message is chosen by a number.
  say('adminInvitesEnded', { n: 'three' });
  // @ts-expect-error Any message may be meant, and most of them have other placeholders.
  say(filled, { author: 'a' });
  say(either, { author: 'a' });
  // @ts-expect-error One of both has a placeholder.
  say(either);
  // @ts-expect-error The same holds where the language is named.
  translate(en, 'en', 'shareNameOf', {});
}
