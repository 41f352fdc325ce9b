import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { Field } from '../../post/post.ts';
import { CircleAlert } from '../../ui/icon.ts';

const NAMES: Record<Field, PlainKey> = {
  url: 'fieldUrl',
  author: 'fieldAuthor',
  handle: 'fieldHandle',
  text: 'fieldText',
  time: 'fieldTime',
};

/** Missing fields by name, as one phrase. */
export function missingWords(missing: readonly Field[]): string {
  return missing.map((field) => t(NAMES[field])).join(t('fieldJoin'));
}

/** Marks an incomplete capture by shape, word and colour. */
export function PartialMark({ missing }: { missing: readonly Field[] }) {
  return (
    <span
      class="partial-mark"
      title={missing.length > 0 ? t('captureMissing', { missing: missingWords(missing) }) : undefined}
    >
      <CircleAlert aria-hidden="true" />
      <span>{t('capturePartial')}</span>
    </span>
  );
}
