import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { Download, LayoutGrid, Tag, Trash2, X } from '../../../ui/icon.ts';
import { Menu } from '../../../ui/menu.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { running } from './progress.ts';

/** Exports captures to a file; injected, since capture does not know the archive. */
export type ExportChosen = (ids: readonly string[], format: 'csv' | 'json') => Promise<void>;

export type ManyDialog = 'tags' | 'collections';

interface SelectionBarProps {
  ids: readonly string[];
  /** Number of matches. */
  found: number;
  onAll: () => void;
  onNone: () => void;
  onOpen: (dialog: ManyDialog) => void;
  onRemove: () => void;
  exportChosen: ExportChosen;
}

/** Progress of the running bulk edit, with Stop. */
function Progress() {
  const now = running.value;
  if (!now) return null;
  const { done, of, stop } = now;
  return (
    <div class="chosen-bar no-print" role="status">
      <progress value={done} max={of} aria-label={t('captureWorking', { done, of })} />
      <span>{t('captureWorking', { done, of })}</span>
      <Button kind="quiet" onClick={stop}>
        {t('captureStop')}
      </Button>
    </div>
  );
}

function ExportMenu({ ids, exportChosen }: Pick<SelectionBarProps, 'ids' | 'exportChosen'>) {
  const write = async (format: string) => {
    await exportChosen(ids, format === 'csv' ? 'csv' : 'json');
    showToast(t('captureExported', { n: ids.length }));
  };
  return (
    <Menu
      kind="quiet"
      label={t('captureExport')}
      icon={<Download aria-hidden="true" />}
      items={[
        { id: 'csv', label: t('captureExportCsv') },
        { id: 'json', label: t('captureExportJson') },
      ]}
      onSelect={(format) => void write(format).catch(sayFailure)}
    />
  );
}

/** Actions on the selected captures, at the bottom while any are selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { ids, found, onAll, onNone, onOpen, onRemove, exportChosen } = props;
  if (running.value) return <Progress />;
  if (ids.length === 0) return null;
  return (
    <section class="chosen-bar no-print" aria-label={t('captureChosenBar')}>
      <strong role="status">{t('captureChosen', { n: ids.length })}</strong>
      {ids.length < found && (
        <Button kind="quiet" onClick={onAll}>
          {t('captureChooseAll', { n: found })}
        </Button>
      )}
      <span class="chosen-actions">
        <Button kind="quiet" icon={<Tag aria-hidden="true" />} onClick={() => onOpen('tags')}>
          {t('captureTagMany')}
        </Button>
        <Button kind="quiet" icon={<LayoutGrid aria-hidden="true" />} onClick={() => onOpen('collections')}>
          {t('captureCollections')}
        </Button>
        <ExportMenu ids={ids} exportChosen={exportChosen} />
        <Button kind="loss" icon={<Trash2 aria-hidden="true" />} onClick={onRemove}>
          {t('captureRemove')}
        </Button>
        <Button
          kind="quiet"
          icon={<X aria-hidden="true" />}
          title={t('captureChooseNone')}
          aria-label={t('captureChooseNone')}
          onClick={onNone}
        />
      </span>
    </section>
  );
}
