import { age } from '../../i18n/age.ts';
import { moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Card } from '../card.ts';
import { SelectBox } from './bulk/select-box.tsx';
import { PartialMark } from './partial-mark.tsx';
import { RightsMark } from './rights/rights-mark.tsx';
import { StoredPicture } from './stored-picture.tsx';
import type { Chosen } from './use-selection.ts';

/** The address of one capture in the companion. */
export const hrefOf = (id: string) => `#/captures/${id}`;

/** Author and age of a capture. */
function Byline({ card, now }: { card: Card; now: number }) {
  const { language } = current.value;
  return (
    <span class="byline caption">
      <bdi class="one-line">{card.author || t('captureNobody')}</bdi>
      <time dateTime={new Date(card.at).toISOString()} title={moment(card.at, language)}>
        {age(card.at, now)}
      </time>
      <RightsMark card={card} now={now} />
      {card.partial && <PartialMark missing={card.missing} />}
    </span>
  );
}

interface CaptureCardProps {
  workspace: Workspace;
  card: Card;
  now: number;
  chosen: Chosen;
}

/** A capture as a card: picture and two lines, or the text in large type; below, its author and a checkbox. */
export function CaptureCard({ workspace, card, now, chosen }: CaptureCardProps) {
  const words = card.words || t('captureNoText');
  const shown = { dir: 'auto' as const, lang: card.lang || undefined, children: words };
  return (
    <div class="card-place" data-chosen={chosen.ids.has(card.id) ? '' : undefined}>
      <a class="card" data-row href={hrefOf(card.id)}>
        {card.picture ? (
          <>
            <StoredPicture workspace={workspace} hash={card.picture} alt="" class="card-picture" />
            <span class="card-words" {...shown} />
          </>
        ) : (
          <span class="card-quote">
            <span class="card-text" {...shown} />
          </span>
        )}
      </a>
      <div class="card-foot">
        <Byline card={card} now={now} />
        <SelectBox id={card.id} thing={words.slice(0, 60)} chosen={chosen} />
      </div>
    </div>
  );
}
