import { type ComponentChildren, Fragment } from 'preact';
import { startOfDay } from '../../activity/event.ts';
import { date } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dates } from '../../ui/dates.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Copy } from '../../ui/icon.ts';
import { Knot } from '../../ui/knot.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { LibraryItem, Version } from '../item.ts';
import type { Found } from '../search.ts';
import { isShareable } from '../workflow-state.ts';
import { LANGUAGE_NAMES } from './item-form.tsx';
import { type ItemActions, ItemLine } from './item-row.tsx';

interface ItemDialogProps {
  found: Found;
  actions: ItemActions;
  onClose: () => void;
}

async function copy(words: string): Promise<void> {
  await navigator.clipboard.writeText(words);
  showToast(t('libraryWordsCopied'));
}

/** An item's text in one language, with Copy. */
function Words({ version }: { version: Version }) {
  const name = t(LANGUAGE_NAMES[version.language]);
  return (
    <section class="library-version">
      <h3>{name}</h3>
      <Button
        kind="quiet"
        icon={<Copy aria-hidden="true" />}
        aria-label={t('libraryWordsCopy', { language: name })}
        title={t('libraryWordsCopy', { language: name })}
        onClick={() => void copy(version.words).catch(sayFailure)}
      />
      <p class="library-body" dir="auto" lang={version.language || undefined}>
        {version.words}
      </p>
    </section>
  );
}

/** The days in which an item is valid; an open end says nothing. */
function ValidDays({ item: { from, to } }: { item: LibraryItem }) {
  const day = (one: number) => date(startOfDay(one), current.value.language);
  if (from !== 0 && to !== 0) return <Dates from={startOfDay(from)} to={startOfDay(to)} />;
  return <span class="figure-text">{from ? `${day(from)} –` : `– ${day(to)}`}</span>;
}

/** Campaign, days and channels, where set. */
function Terms({ item, actions }: { item: LibraryItem; actions: ItemActions }) {
  const { campaign, from, to, channels } = item;
  const terms: ComponentChildren[] = [
    campaign,
    from + to === 0 ? '' : <ValidDays item={item} />,
    channels.map(actions.channelName).join(', '),
  ].filter(Boolean);
  if (terms.length === 0) return null;
  return (
    <p class="caption">
      {terms.map((term, at) => (
        <Fragment key={at}>
          {at > 0 && ' · '}
          {term}
        </Fragment>
      ))}
    </p>
  );
}

/** All of an item: texts by language, link, terms and pictures. */
export function ItemDialog({ found, actions, onClose }: ItemDialogProps) {
  const { item } = found;
  const came = actions.came(found);
  const edit = () => {
    onClose();
    actions.edit(found);
  };
  return (
    <Dialog
      open
      title={item.title}
      onClose={onClose}
      footer={
        <>
          {actions.mayWrite && item.trashed === 0 && <Button onClick={edit}>{t('libraryEditShort')}</Button>}
          {isShareable(item, found.verdict) && (
            <Button
              kind="shu"
              icon={<Knot />}
              onClick={() => {
                onClose();
                actions.share(found, document.body);
              }}
            >
              {t('libraryShare')}
            </Button>
          )}
        </>
      }
    >
      <div>
        <ItemLine found={found} actions={actions} />
        {came && <p class="caption">{came}</p>}
        <Terms item={item} actions={actions} />
      </div>
      {item.link && (
        <a class="one-line" dir="ltr" href={item.link} target="_blank" rel="noreferrer">
          {item.link}
        </a>
      )}
      {item.versions.map((version, at) => (
        <Words key={at} version={version} />
      ))}
      {item.media.length > 0 && <div class="library-media">{item.media.map(actions.picture)}</div>}
    </Dialog>
  );
}
