import { Fragment } from 'preact';
import { datePieces } from '../i18n/format.ts';
import { current } from '../i18n/language.ts';

/** A range of days (UTC ms) that a line breaks between its dates only. */
export function Dates({ from, to }: { from: number; to: number }) {
  return datePieces(from, to, current.value.language).map((piece, at) => (
    <Fragment key={piece}>
      {at > 0 && <wbr />}
      <span class="figure-text">{piece}</span>
    </Fragment>
  ));
}
