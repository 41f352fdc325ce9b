import { startOfDay } from '../../../activity/event.ts';
import { type Comparison, type Headline as HeadlineFacts, sentenceOf } from '../../../activity/sentence.ts';
import { lengthOf, type Span } from '../../../activity/span.ts';
import type { Stats, Totals } from '../../../activity/stats.ts';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Unbroken } from '../../../ui/unbroken.tsx';

function spanWords(span: Span): string {
  if (span.kind === 'week') return t('meInWeek');
  if (span.kind === 'four') return t('meInFour');
  if (span.kind === 'year') return t('meInYear');
  const day = (at: number) => date(startOfDay(at), current.value.language);
  if (span.from === span.to) return t('meInDay', { day: day(span.from) });
  return t('meInAny', { from: day(span.from), to: day(span.to) });
}

function beforeWords(span: Span): string {
  if (span.kind === 'week') return t('meBeforeWeek');
  if (span.kind === 'four') return t('meBeforeFour');
  if (span.kind === 'year') return t('meBeforeYear');
  return t('meBeforeAny', { n: lengthOf(span) });
}

/** People are counted in words of their own: Japanese and Chinese have a counter for each kind of thing. */
const COMPARED = {
  things: { more: 'meMore', fewer: 'meFewer', same: 'meSame', noneBefore: 'meNoneBefore' },
  people: { more: 'mePeopleMore', fewer: 'mePeopleFewer', same: 'mePeopleSame', noneBefore: 'meNoneBefore' },
} as const;

function comparisonWords(comparison: Comparison, before: string, counted: keyof typeof COMPARED): string {
  const key = COMPARED[counted][comparison.say];
  return t(key, { before, n: 'n' in comparison ? comparison.n : 0 });
}

const LOUD = {
  prepared: ['mePrepared', 'meLoudPrepared'],
  opened: ['meOpened', 'meLoudOpened'],
  clicked: ['meClicked', 'meLoudClicked'],
} as const;

/** A sentence with its loud number set apart. The number's place in it is the language's own. */
function Loud({ headline, span }: { headline: HeadlineFacts; span: string }) {
  if (headline.say === 'never') return <>{t('meNever')}</>;
  if (headline.say === 'none') return <>{t('meNone', { span })}</>;
  const [words, loud] = LOUD[headline.say];
  const [start = '', end = ''] = t(words, { span, loud: '{loud}' }).split('{loud}');
  return (
    <>
      {start}
      <strong class="me-loud">{t(loud, { n: headline.n })}</strong>
      {end}
    </>
  );
}

interface HeadlineProps {
  span: Span;
  stats: Stats;
  before: Totals;
  channelName: (id: string) => string;
  /** Something was shared at some time. */
  ever: boolean;
  /** People among the clicked that another service counted. */
  imported: number;
}

/** What came of it, in one sentence from real figures, and how it compares, in a quiet one. */
export function Headline({ span, stats, before, channelName, ever, imported }: HeadlineProps) {
  const facts = { now: stats.totals, before, channels: stats.channels, ever };
  const { headline, comparison, busiest } = sentenceOf(facts);
  const more = [
    headline.say === 'clicked' && imported > 0 ? t('meImported', { n: imported }) : null,
    comparison &&
      comparisonWords(comparison, beforeWords(span), headline.say === 'clicked' ? 'people' : 'things'),
    busiest &&
      t(headline.say === 'clicked' ? 'meBusiestClicked' : 'meBusiest', {
        channel: channelName(busiest.id),
        n: busiest.n,
      }),
  ].filter((words) => words !== null);
  return (
    <div class="me-headline">
      <h1>
        <Loud headline={headline} span={spanWords(span)} />
      </h1>
      {more.length > 0 && (
        <p class="soft">
          <Unbroken text={more.join(t('meJoin'))} />
        </p>
      )}
    </div>
  );
}
