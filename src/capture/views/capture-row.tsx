import { age } from '../../i18n/age.ts';
import { moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Card } from '../card.ts';
import { type CardActions, CardMenu } from './bulk/card-menu.tsx';
import { SelectBox } from './bulk/select-box.tsx';
import { hrefOf } from './capture-card.tsx';
import { PartialMark } from './partial-mark.tsx';
import { RightsMark } from './rights/rights-mark.tsx';
import type { SiteNames } from './site-names.ts';
import { StoredPicture } from './stored-picture.tsx';
import type { Chosen } from './use-selection.ts';

interface CaptureRowProps extends SiteNames {
  workspace: Workspace;
  card: Card;
  now: number;
  chosen: Chosen;
  actions: CardActions;
}

/** A capture as a row: text first, then author, site and date, with actions at the end. */
export function CaptureRow({ workspace, card, now, siteName, chosen, actions }: CaptureRowProps) {
  const { language } = current.value;
  const words = card.words || t('captureNoText');
  const thing = words.slice(0, 60);
  return (
    <div class="row capture-row" data-chosen={chosen.ids.has(card.id) ? '' : undefined}>
      <SelectBox id={card.id} thing={thing} chosen={chosen} />
      <a class="capture-thing" data-row href={hrefOf(card.id)}>
        {card.picture ? (
          <StoredPicture workspace={workspace} hash={card.picture} alt="" class="row-picture" />
        ) : (
          <span class="row-picture" />
        )}
        <span class="one-line" dir="auto" lang={card.lang || undefined}>
          {words}
        </span>
      </a>
      <span class="capture-about caption">
        <bdi class="one-line">{card.author || t('captureNobody')}</bdi>
        <span class="capture-site one-line">{siteName(card.site)}</span>
        <time dateTime={new Date(card.at).toISOString()} title={moment(card.at, language)}>
          {age(card.at, now)}
        </time>
        <span class="capture-marks">
          <RightsMark card={card} now={now} />
          {card.partial && <PartialMark missing={card.missing} />}
        </span>
      </span>
      <span class="capture-actions no-print">
        <CardMenu card={card} thing={thing} actions={actions} />
      </span>
    </div>
  );
}
