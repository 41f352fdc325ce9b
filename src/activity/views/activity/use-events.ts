import { Dexie } from 'dexie';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asError } from '../../../workspace/failure.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { events as table } from '../../events.ts';
import { type EventFilter, findEvents, type Names } from '../../find.ts';
import { EMPTY, type EventWindow, grown, MOST, PAGE, refreshed } from './event-window.ts';

export interface EventList extends EventWindow {
  /** Reads the next page, if there is one and none is being read. */
  readonly more: () => void;
  /** Ends a long search; what was found stays. */
  readonly stop: () => void;
}

/**
 * The events that fit, read page by page as they are scrolled to, newest first. What any context writes shows
 * at once. A new filter ends the search before it.
 */
export function useEvents(workspace: Workspace, filter: EventFilter, names: Names): EventList {
  const [list, setList] = useState<EventWindow>(EMPTY);
  const latest = useRef(list);
  latest.current = list;
  const search = useRef(new AbortController());
  const key = JSON.stringify(filter);

  const fail = (error: unknown) =>
    setList((before) => ({ ...before, reach: { state: 'failed', error: asError(error) } }));

  const read = async (from: EventWindow) => {
    search.current.abort();
    const controller = new AbortController();
    search.current = controller;
    setList((before) => ({ ...before, reach: { state: 'searching', down: null } }));
    let now = from;
    try {
      for await (const step of findEvents(workspace, { filter, names, after: from.after })) {
        if (controller.signal.aborted) return;
        const full = now.events.length + step.events.length - from.events.length >= PAGE;
        now = grown(now, step, full);
        setList(now);
        if (full) return;
      }
    } catch (error) {
      if (!controller.signal.aborted) fail(error);
    }
  };

  useEffect(() => {
    void read(EMPTY);
    return () => search.current.abort();
  }, [workspace, key]);

  useEffect(() => {
    const mark = `idb://${workspace.diary.name}/${table.name}/`;
    const onWrite = (parts: object) => {
      if (!Object.keys(parts).some((part) => part.startsWith(mark))) return;
      refreshed(workspace, latest.current.events, filter, names).then((change) => {
        if (change === 'too much') void read(EMPTY);
        else setList((before) => ({ ...before, events: change(before.events) }));
      }, fail);
    };
    Dexie.on('storagemutated', onWrite);
    return () => Dexie.on.storagemutated.unsubscribe(onWrite);
  }, [workspace, key]);

  const more = () => {
    const { after, reach, events } = latest.current;
    if (after && reach.state === 'more' && events.length < MOST) void read(latest.current);
  };
  const stop = () => {
    search.current.abort();
    setList((before) => ({ ...before, reach: { state: 'stopped' } }));
  };
  return { ...list, more, stop };
}
