import type { ComponentChildren } from 'preact';
import { toDateField } from '../../activity/span.ts';
import { age } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import type { Verdict } from '../decision.ts';
import type { LibraryItem, LibraryMedia } from '../item.ts';
import type { Found } from '../search.ts';

const VERDICTS: Record<Verdict, MessageKey> = {
  suggested: 'librarySuggested',
  approved: 'libraryApproved',
  declined: 'libraryDeclined',
};

export interface ItemDoors {
  readonly talk: (found: Found) => void;
  /** How many comments it has. */
  readonly saidOf: (found: Found) => number;
  /** Chooses it for doing something with many; null for who may not. */
  readonly choose: ((found: Found, on: boolean) => void) | null;
  readonly isChosen: (found: Found) => boolean;
  readonly edit: (found: Found) => void;
  readonly history: (found: Found) => void;
  readonly trash: (found: Found, away: boolean) => void;
  /** Null for who may not decide. */
  readonly decide: ((found: Found, verdict: 'approved' | 'declined') => void) | null;
  /** `near`: the button that was pressed, which gets the focus back. */
  readonly share: (found: Found, near: Element) => void;
  readonly channelName: (id: string) => string;
  readonly picture: (medium: LibraryMedia) => ComponentChildren;
  /** Who wrote it, and who decided on it, of record; empty where that is not known. */
  readonly byline: (found: Found) => string;
  readonly decidedBy: (found: Found) => string;
  readonly mayWrite: boolean;
}

/** One item: the thing itself first, what may be done at its end. */
export function ItemRow({ found, doors }: { found: Found; doors: ItemDoors }) {
  const { item, verdict } = found;
  const away = item.trashed !== 0;
  const words = item.versions[0]?.words ?? '';
  const said = doors.saidOf(found);
  const [byline, decider] = [doors.byline(found), doors.decidedBy(found)];
  return (
    <li class="library-row">
      {doors.choose && (
        <label class="pick-box no-print">
          <input
            type="checkbox"
            aria-label={t('libraryChoose', { title: item.title })}
            checked={doors.isChosen(found)}
            onChange={(event) => doors.choose?.(found, event.currentTarget.checked)}
          />
        </label>
      )}
      <div class="library-what">
        <p class="library-title" dir="auto">
          {item.title}
        </p>
        <p class="soft library-words" dir="auto">
          {words || item.link}
        </p>
        <p class="caption">
          <span class="library-verdict" data-verdict={verdict}>
            {t(VERDICTS[verdict])}
          </span>
          {decider && <bdi> {t('libraryDecidedBy', { name: decider })}</bdi>}
          {byline && ' · '}
          <bdi>{byline}</bdi>
          {' · '}
          {age(item.at, Date.now(), current.value.language)}
          {item.tags.map((tag) => ` #${tag}`).join('')}
        </p>
        <ItemTermsLine item={item} channelName={doors.channelName} />
        {item.media.length > 0 && <div class="library-media">{item.media.map(doors.picture)}</div>}
      </div>
      <div class="library-acts">
        {!away && item.link !== '' && (
          <Button onClick={(event) => doors.share(found, event.currentTarget)}>{t('libraryShare')}</Button>
        )}
        {!away && doors.decide && verdict !== 'approved' && (
          <Button kind="quiet" onClick={() => doors.decide?.(found, 'approved')}>
            {t('libraryApprove')}
          </Button>
        )}
        {!away && doors.decide && verdict !== 'declined' && (
          <Button kind="quiet" onClick={() => doors.decide?.(found, 'declined')}>
            {t('libraryDecline')}
          </Button>
        )}
        {!away && doors.mayWrite && (
          <Button kind="quiet" onClick={() => doors.edit(found)}>
            {t('libraryEditShort')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => doors.talk(found)}>
          {said === 0 ? t('libraryTalk') : t('libraryTalkN', { n: said })}
        </Button>
        <Button kind="quiet" onClick={() => doors.history(found)}>
          {t('libraryHistory')}
        </Button>
        {doors.mayWrite && (
          <Button kind="quiet" onClick={() => doors.trash(found, !away)}>
            {t(away ? 'libraryRestore' : 'libraryTrash')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Campaign, days and channels, where something is said of them. */
function ItemTermsLine({ item, channelName }: { item: LibraryItem; channelName: (id: string) => string }) {
  const { campaign, from, to, channels } = item;
  const days =
    from + to === 0 ? '' : `${from ? toDateField(from) : ''} – ${to ? toDateField(to) : ''}`.trim();
  const said = [campaign, days, channels.map(channelName).join(', ')].filter(Boolean);
  return said.length === 0 ? null : <p class="caption">{said.join(' · ')}</p>;
}
