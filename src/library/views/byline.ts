import { t } from '../../i18n/language.ts';
import { type Authors, authorsOf, type Owners } from '../../team/authors.ts';

/** Who is who in a team: whose which device is, and what everybody is called. */
export interface Names {
  readonly owners: Owners;
  readonly nameOf: (member: string) => string;
}

/** Who wrote something, of record: whoever began it, and whoever edited it since. Empty where that is not known. */
export function byline(writers: readonly number[], { owners, nameOf }: Names): string {
  const { first, last }: Authors = authorsOf(writers, owners);
  const [began, name] = [nameOf(first), nameOf(last)];
  return first === last || !began || !name ? name : t('libraryEditedBy', { first: began, name });
}
