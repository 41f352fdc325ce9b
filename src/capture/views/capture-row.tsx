import { age, moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { ArrowUpRight, Trash2 } from '../../ui/icon.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Card } from '../card.ts';
import { hrefOf } from './capture-card.tsx';
import { KeptPicture } from './kept-picture.tsx';
import type { SiteNames } from './names.ts';
import { PartialMark } from './partial-mark.tsx';

interface CaptureRowProps extends SiteNames {
  workspace: Workspace;
  card: Card;
  now: number;
  onRemove: (card: Card) => void;
}

/** One kept post as a row: the thing itself first, then who, where and when; what can be done at the end. */
export function CaptureRow({ workspace, card, now, siteName, onRemove }: CaptureRowProps) {
  const { language } = current.value;
  const words = card.words || t('captureNoText');
  const thing = words.slice(0, 60);
  return (
    <div class="row capture-row">
      <a class="capture-thing" href={hrefOf(card.id)}>
        {card.picture ? (
          <KeptPicture workspace={workspace} hash={card.picture} alt="" class="row-picture" />
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
          {age(card.at, now, language)}
        </time>
        {card.partial && <PartialMark missing={card.missing} />}
      </span>
      <span class="capture-actions no-print">
        <a
          class="button"
          data-kind="quiet"
          data-bare
          href={card.url}
          target="_blank"
          rel="noreferrer"
          title={t('captureOriginal')}
          aria-label={t('captureOriginalOf', { thing })}
        >
          <ArrowUpRight aria-hidden="true" />
        </a>
        <Button
          kind="quiet"
          icon={<Trash2 aria-hidden="true" />}
          title={t('captureRemove')}
          aria-label={t('captureRemoveOf', { thing })}
          onClick={() => onRemove(card)}
        />
      </span>
    </div>
  );
}
