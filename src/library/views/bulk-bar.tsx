import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { X } from '../../ui/icon.ts';

interface BulkBarProps {
  /** Numbers of selected and of visible items. */
  n: number;
  of: number;
  onAll: () => void;
  onNone: () => void;
  onTag: (tag: string) => void;
  onTrash: () => void;
  /** Null without the right to decide. */
  onDecide: ((verdict: 'approved' | 'declined') => void) | null;
}

/** Actions on all selected items, at the bottom while any are selected. */
export function BulkBar({ n, of, onAll, onNone, onTag, onTrash, onDecide }: BulkBarProps) {
  const [tag, setTag] = useState('');
  if (n === 0) return null;
  const add = () => {
    onTag(tag);
    setTag('');
  };
  return (
    <section class="library-many no-print" aria-label={t('libraryManyBar')}>
      <strong role="status">{t('libraryChosen', { n })}</strong>
      {n < of && (
        <Button kind="quiet" onClick={onAll}>
          {t('libraryChooseAll', { n: of })}
        </Button>
      )}
      {onDecide && (
        <>
          <Button kind="quiet" onClick={() => onDecide('approved')}>
            {t('libraryApprove')}
          </Button>
          <Button kind="quiet" onClick={() => onDecide('declined')}>
            {t('libraryDecline')}
          </Button>
        </>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (tag.trim()) add();
        }}
      >
        <input
          class="input"
          aria-label={t('libraryTagAll')}
          placeholder={t('libraryTagAll')}
          value={tag}
          maxLength={60}
          onInput={(event) => setTag(event.currentTarget.value)}
        />
        <Button type="submit" kind="quiet" disabled={!tag.trim()}>
          {t('libraryTagAdd')}
        </Button>
      </form>
      <Button kind="loss" onClick={onTrash}>
        {t('libraryTrash')}
      </Button>
      <Button
        kind="quiet"
        icon={<X aria-hidden="true" />}
        title={t('libraryChooseNone')}
        aria-label={t('libraryChooseNone')}
        onClick={onNone}
      />
    </section>
  );
}
