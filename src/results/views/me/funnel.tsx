import type { EventType } from '../../../activity/event.ts';
import type { Span } from '../../../activity/span.ts';
import type { Totals } from '../../../activity/stats.ts';
import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Unbroken } from '../../../ui/unbroken.tsx';
import type { MeLinks } from './links.ts';

interface StepProps {
  name: string;
  meaning: string;
  n: number;
  /** Of it, what another service counted. */
  imported?: number;
  /** What else is to be known of the number. */
  note?: string | undefined;
  /** The same in the span before; absent where that is not known. */
  before?: number;
  /** The events behind the number; null where nobody counts. */
  href: string | null;
}

function Step({ name, meaning, n, imported = 0, note, before, href }: StepProps) {
  return (
    <div class="funnel-step">
      <dt>{name}</dt>
      <dd>
        <span class="funnel-figure" data-none={href === null ? '' : undefined}>
          {href === null ? '–' : number(n, current.value.language)}
        </span>
        <span class="caption">{meaning}</span>
        {note && <span class="caption">{note}</span>}
        {imported > 0 && (
          <span class="caption">
            <Unbroken text={t('meImported', { n: imported })} />
          </span>
        )}
        {href !== null && before !== undefined && before > 0 && (
          <span class="caption">
            <Unbroken text={t('meBefore', { n: before })} />
          </span>
        )}
        {href !== null && n > 0 && (
          <a class="funnel-how no-print" href={href} aria-label={t('meSeeHowOf', { name })}>
            {t('meSeeHow')}
          </a>
        )}
      </dd>
    </div>
  );
}

interface FunnelProps {
  totals: Totals;
  /** Of the span before. */
  before: Totals;
  span: Span;
  links: MeLinks;
  /** Whether a hub counts clicks, or somebody brought in what another counted. */
  clicks: boolean;
  /** People among the clicked that another service counted. */
  imported: number;
}

/**
 * Prepared, opened, clicked, converted. The last two come from a hub: while nobody counts them, that is what stands
 * there, not a zero.
 */
export function Funnel({ totals, before, span, links, clicks, imported }: FunnelProps) {
  const of = (type: EventType) => links.counted(type, span);
  const converted = totals.converted > 0;
  return (
    <section aria-label={t('meFunnel')}>
      <dl class="funnel">
        <Step
          name={t('mePreparedName')}
          meaning={t('mePreparedMeans')}
          n={totals.prepared}
          before={before.prepared}
          href={of('prepared')}
        />
        <Step
          name={t('meOpenedName')}
          meaning={t('meOpenedMeans')}
          n={totals.opened}
          note={totals.opened > totals.prepared ? t('meOpenedEarlier') : undefined}
          before={before.opened}
          href={of('opened')}
        />
        <Step
          name={t('meClickedName')}
          meaning={t(clicks ? 'meClickedMeans' : 'meClickedNobody')}
          n={totals.clicked}
          imported={imported}
          before={before.clicked}
          href={clicks ? of('clicked') : null}
        />
        <Step
          name={t('meConvertedName')}
          meaning={t(converted ? 'meConvertedMeans' : clicks ? 'meConvertedYet' : 'meConvertedNobody')}
          n={totals.converted}
          href={converted ? of('converted') : null}
        />
      </dl>
      <p class="me-kept soft">
        {totals.captured > 0 ? (
          <>
            <Unbroken text={t('meKept', { n: totals.captured })} />{' '}
            <a href={links.captures}>{t('meSeeKept')}</a>
          </>
        ) : (
          t('meKeptNone')
        )}
      </p>
    </section>
  );
}
