import { t } from '../../i18n/language.ts';
import { type Authors, authorsOf, type Owners } from '../../team/authors.ts';

/** The members behind devices, and their names. */
export interface Names {
  readonly owners: Owners;
  readonly nameOf: (member: string) => string;
}

/** Who created something and who edited it since. Empty where unknown. */
export function byline(writers: readonly number[], { owners, nameOf }: Names): string {
  const { first, last }: Authors = authorsOf(writers, owners);
  const [began, name] = [nameOf(first), nameOf(last)];
  return first === last || !began || !name ? name : t('libraryEditedBy', { first: began, name });
}
