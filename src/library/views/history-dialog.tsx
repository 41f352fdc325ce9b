import { useEffect, useState } from 'preact/hooks';
import { dayTime } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { History } from '../../team/hub-api.ts';
import type { HubAnswer } from '../../team/hub-client.ts';
import { hubWords } from '../../team/views/hub-words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LibraryItem } from '../item.ts';

interface HistoryProps {
  item: LibraryItem;
  read: () => Promise<HubAnswer<History>>;
  nameOf: (member: string) => string;
  /** Restores an older version; null without the right to write. */
  onRestore: ((item: LibraryItem) => Promise<void>) | null;
  onClose: () => void;
}

/** An item's history from the hub's log: who wrote what, with restore. */
export function HistoryDialog({ item, read, nameOf, onRestore, onClose }: HistoryProps) {
  const [past, setPast] = useState<History['versions']>([]);
  const [wrong, setWrong] = useState('');
  useEffect(() => {
    void read().then((answer) =>
      answer.ok ? setPast(answer.value.versions) : setWrong(hubWords(answer.reason)),
    );
  }, [item.id]);
  return (
    <Dialog open={true} title={t('libraryHistoryOf', { title: item.title })} onClose={onClose}>
      {wrong && <p role="alert">{wrong}</p>}
      <ul class="library-past">
        {past.map(({ at, member, value }, i) => {
          const version = LibraryItem.safeParse(value);
          const before = version.success ? version.data : null;
          return (
            <li key={`${at} ${i}`}>
              <p class="caption">
                {nameOf(member)} · <time>{dayTime(at, current.value.language)}</time>
              </p>
              <p dir="auto">{before ? before.title : t('libraryDeleted')}</p>
              <p class="soft" dir="auto">
                {before?.versions[0]?.words}
              </p>
              {before && onRestore && i > 0 && (
                <Button kind="quiet" onClick={() => void onRestore(before)}>
                  {t('libraryPutBack')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
