import { useEffect, useState } from 'preact/hooks';
import { moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { Team } from '../../team/team.ts';
import { hubWords } from '../../team/views/hub-words.ts';
import { Failed } from '../../ui/failed.tsx';
import { asError } from '../../workspace/failure.ts';
import { addedUp } from '../../workspace/named.ts';
import type { Workspace } from '../../workspace/open.ts';
import { RULES } from '../click/rules.ts';
import type { Verdict } from '../click/hour-counter.ts';
import { judgedSaid } from '../click/anonymised-clicks.ts';
import type { Word } from '../click/classify-request.ts';
import { type HourRead, type LinkHourOf, readHour } from '../click-hour.ts';
import type { HourSaid } from '../hub-api.ts';
import { CLASS_WORDS, DEVICE_WORDS, REASON_WORDS, WORD_WORDS } from './verdict-words.ts';

interface HourClicksProps extends LinkHourOf {
  workspace: Workspace;
  team: Team | null;
}

/** Of machines nobody asks which it was. */
const isPerson = (word: Word) => word === 'browser' || word === 'app';

type Asked = HourRead | { readonly is: 'asking' } | { readonly is: 'failed'; readonly error: Error };

/** Whether this device counts the same by the same rules; null where it has not all clicks, or not those rules. */
function sameHere(said: HourSaid, verdicts: ReadonlyMap<string, Verdict> | null): boolean | null {
  if (!verdicts || said.clicks.length < said.all) return null;
  const counts = addedUp([...verdicts.values()].map(({ is }) => [is, 1] as const));
  const names = new Set([...Object.keys(counts), ...Object.keys(said.counts)]);
  return [...names].every(
    (name) => (counts[name] ?? 0) === (said.counts[name as keyof typeof said.counts] ?? 0),
  );
}

function judgedHere(of: LinkHourOf, said: HourSaid) {
  const rules = RULES.find(({ version }) => version === said.rules);
  return rules ? judgedSaid(said, of, rules) : null;
}

/** The clicks of an hour, one by one: what each was, what it counts as, and by which rule, worked out on this device. */
export function HourClicks({ workspace, team, link, hour }: HourClicksProps) {
  const [asked, setAsked] = useState<Asked>({ is: 'asking' });
  useEffect(() => {
    readHour(workspace, team, { link, hour }, Date.now()).then(setAsked, (error: unknown) =>
      setAsked({ is: 'failed', error: asError(error) }),
    );
  }, [workspace, team, link, hour]);
  if (asked.is === 'asking') return <p class="caption">{t('linkHourAsking')}</p>;
  if (asked.is === 'failed') return <Failed error={asked.error} />;
  if (asked.is === 'none')
    return <p role="alert">{asked.reason === 'no-team' ? t('linkHourNoHub') : hubWords(asked.reason)}</p>;
  const { said } = asked;
  if (!said.kept) return <p class="caption">{t('linkHourGone')}</p>;
  return (
    <>
      {asked.is === 'before' && (
        <p class="caption">{t('linkHourBefore', { time: moment(asked.at, current.value.language) })}</p>
      )}
      <Clicks said={said} verdicts={judgedHere({ link, hour }, said)} />
    </>
  );
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
