import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { useLater } from '../../../ui/use-delay.ts';
import { MOST } from './event-window.ts';
import type { EventList } from './use-events.ts';

/** A search that takes a while: how far back it has come, and Stop. */
function Searching({ down, stop }: { down: number; stop: () => void }) {
  const late = useLater(400);
  if (!late) return null;
  return (
    <>
      <span>{t('activitySearching', { date: date(down, current.value.language) })}</span>
      <Button kind="quiet" onClick={stop}>
        {t('activityStop')}
      </Button>
    </>
  );
}

/** The end of the list: how many there were, or how far the search came. */
export function ListFoot({ list }: { list: EventList }) {
  const { reach, events, after } = list;
  const n = events.length;
  return (
    <p class="list-foot caption" role="status">
      {reach.state === 'searching' && reach.down !== null && <Searching down={reach.down} stop={list.stop} />}
      {reach.state === 'stopped' &&
        t('activityStopped', { date: date(after?.at ?? 0, current.value.language), n })}
      {reach.state === 'end' && n > 0 && t('activityEnd', { n })}
      {reach.state === 'crowded' && t('activityCrowded', { n: MOST })}
    </p>
  );
}
