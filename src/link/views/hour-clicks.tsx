import { useEffect, useState } from 'preact/hooks';
import { moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { Team } from '../../team/team.ts';
import { hubWords } from '../../team/views/hub-words.ts';
import { Failed } from '../../ui/failed.tsx';
import { asError } from '../../workspace/failure.ts';
import { addedUp } from '../../workspace/named.ts';
import type { Workspace } from '../../workspace/open.ts';
import { verdictsOfResponse } from '../click/anonymised-clicks.ts';
import type { Verdict } from '../click/hour-counter.ts';
import type { Word } from '../click/request-word.ts';
import { RULES } from '../click/rules.ts';
import { type HourRead, type LinkHourOf, readHour } from '../click-hour.ts';
import type { HourResponse } from '../hub-api.ts';
import { CLASS_WORDS, DEVICE_WORDS, REASON_WORDS, WORD_WORDS } from './verdict-words.ts';

interface HourClicksProps extends LinkHourOf {
  workspace: Workspace;
  team: Team | null;
}

/** Of machines nobody asks which it was. */
const isPerson = (word: Word) => word === 'browser' || word === 'app';

type HourState = HourRead | { readonly is: 'asking' } | { readonly is: 'failed'; readonly error: Error };

/** Whether this device counts the same by the same rules; null if it lacks some clicks or those rules. */
function sameHere(response: HourResponse, verdicts: ReadonlyMap<string, Verdict> | null): boolean | null {
  if (!verdicts || response.clicks.length < response.all) return null;
  const counts = addedUp([...verdicts.values()].map(({ is }) => [is, 1] as const));
  const names = new Set([...Object.keys(counts), ...Object.keys(response.counts)]);
  return [...names].every(
    (name) => (counts[name] ?? 0) === (response.counts[name as keyof typeof response.counts] ?? 0),
  );
}

function judgedHere(of: LinkHourOf, response: HourResponse) {
  const rules = RULES.find(({ version }) => version === response.rules);
  return rules ? verdictsOfResponse(response, of, rules) : null;
}

/** The clicks of an hour, one by one: what each was, what it counts as, and by which rule, worked out on this device. */
export function HourClicks({ workspace, team, link, hour }: HourClicksProps) {
  const [state, setState] = useState<HourState>({ is: 'asking' });
  useEffect(() => {
    readHour(workspace, team, { link, hour }, Date.now()).then(setState, (error: unknown) =>
      setState({ is: 'failed', error: asError(error) }),
    );
  }, [workspace, team, link, hour]);
  if (state.is === 'asking') return <p class="caption">{t('linkHourAsking')}</p>;
  if (state.is === 'failed') return <Failed error={state.error} />;
  if (state.is === 'none')
    return <p role="alert">{state.reason === 'no-team' ? t('linkHourNoHub') : hubWords(state.reason)}</p>;
  const { said: response } = state;
  if (!response.kept) return <p class="caption">{t('linkHourGone')}</p>;
  return (
    <>
      {state.is === 'before' && (
        <p class="caption">{t('linkHourBefore', { time: moment(state.at, current.value.language) })}</p>
      )}
      <Clicks response={response} verdicts={judgedHere({ link, hour }, response)} />
    </>
  );
}

function Clicks({
  response,
  verdicts,
}: {
  response: HourResponse;
  verdicts: ReadonlyMap<string, Verdict> | null;
}) {
  const same = sameHere(response, verdicts);
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
          {response.clicks.map((click) => {
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
        {t('linkRules', { n: response.rules })}{' '}
        {same === null ? t('linkNotRecounted') : t(same ? 'linkRecounted' : 'linkRecountedOther')}
      </p>
    </>
  );
}
