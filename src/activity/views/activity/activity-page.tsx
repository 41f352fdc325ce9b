import './activity.css';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { List } from '../../../ui/icon.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Event } from '../../event.ts';
import { NO_OPTIONS, readFilterOptions } from '../../filter-options.ts';
import { type EventFilter, type Names, NO_FILTER } from '../../find.ts';
import { type EventActions, EventRow } from './event-row.tsx';
import { thingInShort } from './event-words.ts';
import { FilterBar } from './filter-bar.tsx';
import { ListFoot } from './list-foot.tsx';
import { useEvents } from './use-events.ts';

/** What other capabilities do for the page, which knows neither links nor posts. */
export interface ActivityPorts {
  /** Takes an event back. True if it stood until now. */
  readonly undo: (event: Event) => Promise<boolean>;
  /** The tracked link of a share; null where there is none. */
  readonly linkOf: (event: Event) => Promise<string | null>;
  /** Where the post is; null where that is not known. */
  readonly postOf: (event: Event) => Promise<string | null>;
}

export interface ActivityProps extends Names {
  workspace: Workspace;
  ports: ActivityPorts;
  /** What is shown at first, e.g. the events behind a number. */
  initial?: EventFilter;
}

const ROW = 48;

/** Reports an action, or its failure, in a message. */
function actionsOf(ports: ActivityPorts): EventActions {
  const saying = (work: (event: Event) => Promise<string | null>) => (event: Event) => {
    work(event).then(
      (words) => {
        if (words) showToast(words);
      },
      (error: unknown) => showToast(t('activityFailed', { error: String(error) })),
    );
  };
  return {
    undo: saying(async (event) => {
      const stood = await ports.undo(event);
      return t(stood ? 'activityUndone' : 'activityUndoneBefore', { thing: thingInShort(event) });
    }),
    copyLink: saying(async (event) => {
      const link = await ports.linkOf(event);
      if (!link) return t('activityNoLink');
      await navigator.clipboard.writeText(link);
      return t('activityCopied');
    }),
    openPost: saying(async (event) => {
      const url = await ports.postOf(event);
      if (!url) return t('activityNoPost');
      window.open(url, '_blank', 'noopener');
      return null;
    }),
  };
}

/** Every event, newest first. */
export function ActivityPage({
  workspace,
  ports,
  channelName,
  siteName,
  initial = NO_FILTER,
}: ActivityProps) {
  const [filter, setFilter] = useState(initial);
  const names = { channelName, siteName };
  const list = useEvents(workspace, filter, names);
  const used = useLive(() => readFilterOptions(workspace), [workspace]);
  const filtered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  const { events, reach } = list;
  const nothing = events.length === 0;
  const now = Date.now();
  const actions = actionsOf(ports);
  return (
    <div class="activity">
      <h1>{t('navActivity')}</h1>
      <FilterBar
        filter={filter}
        used={used.state === 'ready' ? used.value : NO_OPTIONS}
        onFilter={setFilter}
        {...names}
      />
      {!nothing && (
        <VirtualList
          items={events}
          rowHeight={ROW}
          keyOf={(event) => event.id}
          label={t('navActivity')}
          total={reach.state === 'end' ? events.length : -1}
          onNearEnd={list.more}
          render={(event) => <EventRow event={event} now={now} actions={actions} {...names} />}
        />
      )}
      {reach.state === 'failed' && <Failed error={reach.error} />}
      {nothing && reach.state === 'searching' && reach.down === null && (
        <Skeleton label={t('activityReading')} />
      )}
      {nothing && reach.state === 'end' && (
        <Nothing filtered={filtered} onClear={() => setFilter(NO_FILTER)} />
      )}
      <ListFoot list={list} />
    </div>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered) {
    return (
      <Empty icon={<List aria-hidden="true" />} title={t('activityNone')}>
        {t('activityNoneHow')}
      </Empty>
    );
  }
  return (
    <Empty
      role="status"
      title={t('activityNoMatch')}
      action={<Button onClick={onClear}>{t('activityClear')}</Button>}
    >
      {t('activityNoMatchHow')}
    </Empty>
  );
}
