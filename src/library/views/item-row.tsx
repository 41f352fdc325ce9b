import type { ComponentChildren } from 'preact';
import { age } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Ellipsis } from '../../ui/icon.ts';
import { Knot } from '../../ui/knot.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { Verdict } from '../decision.ts';
import type { LibraryMedia } from '../item.ts';
import type { Found } from '../search.ts';

const VERDICTS: Record<Verdict, PlainKey> = {
  suggested: 'librarySuggested',
  approved: 'libraryApproved',
  declined: 'libraryDeclined',
};

export interface ItemActions {
  readonly talk: (found: Found) => void;
  /** Number of comments. */
  readonly commentCountOf: (found: Found) => number;
  /** Selects it for bulk edits; null without the right to write. */
  readonly choose: ((found: Found, on: boolean) => void) | null;
  readonly isChosen: (found: Found) => boolean;
  /** Opens its details. */
  readonly open: (found: Found) => void;
  readonly edit: (found: Found) => void;
  readonly history: (found: Found) => void;
  readonly trash: (found: Found, away: boolean) => void;
  /** Null without the right to decide. */
  readonly decide: ((found: Found, verdict: 'approved' | 'declined') => void) | null;
  /** `near`: the pressed button, which gets the focus back. */
  readonly share: (found: Found, near: Element) => void;
  readonly channelName: (id: string) => string;
  readonly picture: (medium: LibraryMedia) => ComponentChildren;
  /** A thumbnail of the same. */
  readonly thumb: (medium: LibraryMedia) => ComponentChildren;
  /** Its results in a few words; empty where unknown. */
  readonly came: (found: Found) => string;
  /** Who wrote it and who decided on it; empty where unknown. */
  readonly byline: (found: Found) => string;
  readonly decidedBy: (found: Found) => string;
  readonly mayWrite: boolean;
}

/** Further actions on an item, as a menu. */
function More({ found, doors }: { found: Found; doors: ItemActions }) {
  const { item, verdict } = found;
  const away = item.trashed !== 0;
  const commentCount = doors.commentCountOf(found);
  const { decide } = doors;
  const acts: readonly (readonly [id: string, label: string, on: boolean, run: () => void])[] = [
    ['open', t('libraryOpen'), true, () => doors.open(found)],
    [
      'approve',
      t('libraryApprove'),
      !away && decide !== null && verdict !== 'approved',
      () => decide?.(found, 'approved'),
    ],
    [
      'decline',
      t('libraryDecline'),
      !away && decide !== null && verdict !== 'declined',
      () => decide?.(found, 'declined'),
    ],
    ['edit', t('libraryEditShort'), !away && doors.mayWrite, () => doors.edit(found)],
    [
      'talk',
      commentCount === 0 ? t('libraryTalk') : t('libraryTalkN', { n: commentCount }),
      true,
      () => doors.talk(found),
    ],
    ['history', t('libraryHistory'), true, () => doors.history(found)],
    ['trash', t(away ? 'libraryRestore' : 'libraryTrash'), doors.mayWrite, () => doors.trash(found, !away)],
  ];
  return (
    <Menu
      bare
      kind="quiet"
      label={t('libraryMoreFor', { title: item.title })}
      icon={<Ellipsis aria-hidden="true" />}
      items={acts
        .filter(([, , on]) => on)
        .map(([id, label]) => ({ id, label, loss: id === 'trash' && !away }))}
      onSelect={(chosen) => acts.find(([id]) => id === chosen)?.[3]()}
    />
  );
}

/** An item's status, author, date and tags. Who decided is named if it is somebody else. */
export function ItemLine({ found, doors }: { found: Found; doors: ItemActions }) {
  const { item, verdict } = found;
  const [byline, decider] = [doors.byline(found), doors.decidedBy(found)];
  const state = t(VERDICTS[verdict]);
  return (
    <p class="caption one-line">
      <bdi class="library-verdict" data-verdict={verdict}>
        {decider && decider !== byline ? t('libraryDecidedBy', { state, name: decider }) : state}
      </bdi>
      {byline && ' · '}
      <bdi>{byline}</bdi>
      {' · '}
      {age(item.at, Date.now(), current.value.language)}
      {item.tags.map((tag) => ` #${tag}`).join('')}
    </p>
  );
}

/** An item in a row of 48 px: picture, title, results and actions. */
export function ItemRow({ found, doors }: { found: Found; doors: ItemActions }) {
  const { item } = found;
  const [medium] = item.media;
  return (
    <li class="library-row">
      {doors.choose ? (
        <label class="pick-box no-print">
          <input
            type="checkbox"
            aria-label={t('libraryChoose', { title: item.title })}
            checked={doors.isChosen(found)}
            onChange={(event) => doors.choose?.(found, event.currentTarget.checked)}
          />
        </label>
      ) : (
        <span />
      )}
      <span class="library-thumb">{medium && doors.thumb(medium)}</span>
      <div class="library-what">
        <button
          type="button"
          class="library-title one-line"
          data-row
          dir="auto"
          onClick={() => doors.open(found)}
        >
          {item.title}
        </button>
        <ItemLine found={found} doors={doors} />
      </div>
      <span class="library-came caption">{doors.came(found)}</span>
      <div class="library-acts no-print">
        {item.trashed === 0 && item.link !== '' && (
          <Button icon={<Knot />} onClick={(event) => doors.share(found, event.currentTarget)}>
            <span class="library-share">{t('libraryShare')}</span>
          </Button>
        )}
        <More found={found} doors={doors} />
      </div>
    </li>
  );
}
