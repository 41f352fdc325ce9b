import { t } from '../../../i18n/language.ts';
import { ArrowUpRight, Ellipsis, LayoutGrid, Tag, Trash2 } from '../../../ui/icon.ts';
import { Menu } from '../../../ui/menu.tsx';
import { own } from '../../../workspace/named.ts';
import type { Card } from '../../card.ts';
import type { ManyDialog } from './selection-bar.tsx';

/** Actions on a single capture in a list. */
export interface CardActions {
  readonly onOpen: (dialog: ManyDialog, id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** The menu of actions on one capture. */
export function CardMenu({ card, thing, actions }: { card: Card; thing: string; actions: CardActions }) {
  const act: Record<string, () => void> = {
    original: () => void window.open(card.url, '_blank', 'noopener,noreferrer'),
    tags: () => actions.onOpen('tags', card.id),
    collections: () => actions.onOpen('collections', card.id),
    remove: () => actions.onRemove(card.id),
  };
  return (
    <Menu
      bare
      kind="quiet"
      label={t('captureMore', { thing })}
      icon={<Ellipsis aria-hidden="true" />}
      items={[
        { id: 'original', label: t('captureOriginal'), icon: <ArrowUpRight aria-hidden="true" /> },
        { id: 'tags', label: t('captureTagMany'), icon: <Tag aria-hidden="true" /> },
        { id: 'collections', label: t('captureCollectionsPut'), icon: <LayoutGrid aria-hidden="true" /> },
        { id: 'remove', label: t('captureRemove'), icon: <Trash2 aria-hidden="true" />, loss: true },
      ]}
      onSelect={(what) => own(act, what)?.()}
    />
  );
}
