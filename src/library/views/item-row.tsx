import type { ComponentChildren } from 'preact';
import { age } from '../../i18n/age.ts';
import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Ellipsis } from '../../ui/icon.ts';
import { Knot } from '../../ui/knot.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { Verdict } from '../decision.ts';
import type { LibraryMedia } from '../item.ts';
import type { Found } from '../search.ts';
import { isShareable } from '../workflow-state.ts';

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
function More({ found, actions }: { found: Found; actions: ItemActions }) {
  const { item, verdict } = found;
  const away = item.trashed !== 0;
  const commentCount = actions.commentCountOf(found);
  const { decide } = actions;
  const acts: readonly (readonly [id: string, label: string, on: boolean, run: () => void])[] = [
    ['open', t('libraryOpen'), true, () => actions.open(found)],
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
    ['edit', t('libraryEditShort'), !away && actions.mayWrite, () => actions.edit(found)],
    [
      'talk',
      commentCount === 0 ? t('libraryTalk') : t('libraryTalkN', { n: commentCount }),
      true,
      () => actions.talk(found),
    ],
    ['history', t('libraryHistory'), true, () => actions.history(found)],
    [
      'trash',
      t(away ? 'libraryRestore' : 'libraryTrash'),
      actions.mayWrite,
      () => actions.trash(found, !away),
    ],
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
export function ItemLine({ found, actions }: { found: Found; actions: ItemActions }) {
  const { item, verdict } = found;
  const [byline, decider] = [actions.byline(found), actions.decidedBy(found)];
  const state = t(VERDICTS[verdict]);
  return (
    <p class="caption one-line">
      <bdi class="library-verdict" data-verdict={verdict}>
        {decider && decider !== byline ? t('libraryDecidedBy', { state, name: decider }) : state}
      </bdi>
      {byline && ' · '}
      <bdi>{byline}</bdi>
      {' · '}
      {age(item.at, Date.now())}
      {item.tags.map((tag) => ` #${tag}`).join('')}
    </p>
  );
}

/** An item in a row of 48 px: picture, title, results and actions. */
export function ItemRow({ found, actions }: { found: Found; actions: ItemActions }) {
  const { item } = found;
  const [medium] = item.media;
  return (
    <li class="library-row">
      {actions.choose ? (
        <label class="pick-box no-print">
          <input
            type="checkbox"
            aria-label={t('libraryChoose', { title: item.title })}
            checked={actions.isChosen(found)}
            onChange={(event) => actions.choose?.(found, event.currentTarget.checked)}
          />
        </label>
      ) : (
        <span />
      )}
      <span class="library-thumb">{medium && actions.thumb(medium)}</span>
      <div class="library-what">
        <button
          type="button"
          class="library-title one-line"
          data-row
          dir="auto"
          onClick={() => actions.open(found)}
        >
          {item.title}
        </button>
        <ItemLine found={found} actions={actions} />
      </div>
      <span class="library-came caption">{actions.came(found)}</span>
      <div class="library-acts no-print">
        {isShareable(item, found.verdict) && (
          <Button icon={<Knot />} onClick={(event) => actions.share(found, event.currentTarget)}>
            <span class="library-share">{t('libraryShare')}</span>
          </Button>
        )}
        <More found={found} actions={actions} />
      </div>
    </li>
  );
}
