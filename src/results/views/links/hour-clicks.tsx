import { useEffect, useState } from 'preact/hooks';
import { judged } from '../../../click/fold.ts';
import { type HourSaid, HourSaid as Said } from '../../../click/hub-api.ts';
import { RULES, type Rules } from '../../../click/rules.ts';
import type { Verdict } from '../../../click/running.ts';
import { clicksOf } from '../../../click/seen.ts';
import type { Word } from '../../../click/word.ts';
import { t } from '../../../i18n/language.ts';
import type { Team } from '../../../team/team.ts';
import { hubWords } from '../../../team/views/hub-words.ts';
import { CLASS_WORDS, DEVICE_WORDS, REASON_WORDS, WORD_WORDS } from './verdict-words.ts';

interface HourClicksProps {
  team: Team | null;
  link: string;
  /** Whole hours since 1970, UTC. */
  hour: number;
}

/** Of machines nobody asks which it was. */
const isPerson = (word: Word) => word === 'browser' || word === 'app';

type Asked = { state: 'asking' } | { state: 'wrong'; words: string } | { state: 'said'; said: HourSaid };

/** Whether this device counts the same by the same rules; null where it has not all clicks, or not those rules. */
function sameHere(said: HourSaid, verdicts: ReadonlyMap<string, Verdict> | null): boolean | null {
  if (!verdicts || said.clicks.length < said.all) return null;
  const counts: Record<string, number> = {};
  for (const { is } of verdicts.values()) counts[is] = (counts[is] ?? 0) + 1;
  const names = new Set([...Object.keys(counts), ...Object.keys(said.counts)]);
  return [...names].every(
    (name) => (counts[name] ?? 0) === (said.counts[name as keyof typeof said.counts] ?? 0),
  );
}

function judgedHere({ team: _, ...of }: HourClicksProps, said: HourSaid, rules: Rules | undefined) {
  if (!rules) return null;
  const clicks = clicksOf(said, of);
  return judged(new Map(clicks.map((click) => [click.id, click])), rules);
}

/** The clicks of an hour, one by one: what each was, what it counts as, and by which rule, worked out on this device. */
export function HourClicks(props: HourClicksProps) {
  const { team, link, hour } = props;
  const [asked, setAsked] = useState<Asked>({ state: 'asking' });
  useEffect(() => {
    if (!team) return setAsked({ state: 'wrong', words: t('linkHourNoHub') });
    void team.ask('/api/clicks/hour', { link, hour }, Said).then((answer) => {
      if (answer.ok) setAsked({ state: 'said', said: answer.value });
      else setAsked({ state: 'wrong', words: hubWords(answer.reason) });
    });
  }, [team, link, hour]);
  if (asked.state === 'asking') return <p class="caption">{t('linkHourAsking')}</p>;
  if (asked.state === 'wrong') return <p role="alert">{asked.words}</p>;
  const { said } = asked;
  if (!said.kept) return <p class="caption">{t('linkHourGone')}</p>;
  const verdicts = judgedHere(
    props,
    said,
    RULES.find(({ version }) => version === said.rules),
  );
  return <Clicks said={said} verdicts={verdicts} />;
}

function Clicks({ said, verdicts }: { said: HourSaid; verdicts: ReadonlyMap<string, Verdict> | null }) {
  const same = sameHere(said, verdicts);
  return (
    <>
      <table class="table link-clicks">
        <thead>
          <tr>
            <th scope="col">{t('linkCountedAs')}</th>
            <th scope="col">{t('linkWas')}</th>
            <th scope="col">{t('linkFrom')}</th>
            <th scope="col">{t('linkVisitor')}</th>
          </tr>
        </thead>
        <tbody>
          {said.clicks.map((click) => {
            const verdict = verdicts?.get(click.id);
            return (
              <tr
                key={click.id}
                data-counted={verdict?.is === 'human' || verdict?.is === 'qr' ? '' : undefined}
              >
                <th scope="row">
                  {verdict ? t(CLASS_WORDS[verdict.is]) : '–'}
                  {verdict && <span class="caption link-why">{t(REASON_WORDS[verdict.why])}</span>}
                </th>
                <td>
                  {t(WORD_WORDS[click.word])}
                  <span class="caption link-why">{t(DEVICE_WORDS[click.device])}</span>
                </td>
                <td>{click.referrer || t('linkFromUnsaid')}</td>
                <td>
                  {!isPerson(click.word)
                    ? '–'
                    : click.visitor === 0
                      ? t('linkVisitorUntold')
                      : t('linkVisitorN', { n: click.visitor })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="caption" role="status">
        {t('linkRules', { n: said.rules })}{' '}
        {same === null ? t('linkNotRecounted') : t(same ? 'linkRecounted' : 'linkRecountedOther')}
      </p>
    </>
  );
}
