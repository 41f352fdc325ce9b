import './join/join.css';
import './people.css';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { date } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/toast.tsx';
import { PairStart, PairWaiting } from '../hub-api.ts';
import { ShownName } from '../names.ts';
import type { Team } from '../team.ts';
import { hubWords } from './hub-words.ts';

const DeviceList = z.object({
  devices: z.array(z.object({ number: z.int(), name: ShownName, at: z.number() })),
  mine: z.int(),
});
type DeviceList = z.infer<typeof DeviceList>;
const Done = z.object({ done: z.literal(true) });

/** The devices of this person, each with its own key; adding one by a code that both show. */
export function Devices({ team }: { team: Team }) {
  const [list, setList] = useState<DeviceList | null>(null);
  const [wrong, setWrong] = useState('');
  const read = async () => {
    const answer = await team.ask('/api/devices', {}, DeviceList);
    setWrong(answer.ok ? '' : hubWords(answer.reason));
    if (answer.ok) setList(answer.value);
  };
  useEffect(() => void read(), [team]);
  const remove = async (device: number) => {
    const answer = await team.command({ do: 'device.remove', device });
    if (!answer.ok) showToast(hubWords(answer.reason));
    await read();
  };
  return (
    <Section title={t('devicesTitle')} about={t('devicesAbout')}>
      <p role="alert">{wrong}</p>
      <ul class="team-people">
        {list?.devices.map(({ number, name, at }) => (
          <li key={number}>
            <span>
              {name}{' '}
              <span class="caption">
                {number === list.mine ? t('devicesThis') : date(at, current.value.language)}
              </span>
            </span>
            {number !== list.mine && (
              <Button kind="quiet" onClick={() => void remove(number)}>
                {t('devicesRemove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Adding team={team} onAdded={() => void read()} />
    </Section>
  );
}

/** How often to check whether somebody used the code, ms. */
const EVERY = 1500;
type Waiting = z.infer<typeof PairWaiting>['waiting'];

function Adding({ team, onAdded }: { team: Team; onAdded: () => void }) {
  const [code, setCode] = useState('');
  const [waiting, setWaiting] = useState<Waiting>(null);
  const start = async () => {
    const answer = await team.ask('/api/pair/start', {}, PairStart);
    if (answer.ok) setCode(answer.value.code);
    else showToast(hubWords(answer.reason));
  };
  useEffect(() => {
    if (!code || waiting) return undefined;
    const look = async () => {
      const answer = await team.ask('/api/pair/waiting', {}, PairWaiting);
      if (answer.ok) setWaiting(answer.value.waiting);
    };
    const timer = setInterval(() => void look(), EVERY);
    return () => clearInterval(timer);
  }, [code, waiting]);
  const answer = async (how: 'confirm' | 'refuse') => {
    const done = await team.ask(`/api/pair/${how}`, {}, Done);
    if (!done.ok) showToast(hubWords(done.reason));
    setCode('');
    setWaiting(null);
    onAdded();
  };
  if (waiting)
    return (
      <div role="status">
        <p>{t('devicesWaits', waiting)}</p>
        <Button onClick={() => void answer('confirm')}>{t('devicesConfirm')}</Button>{' '}
        <Button kind="quiet" onClick={() => void answer('refuse')}>
          {t('devicesRefuse')}
        </Button>
      </div>
    );
  if (code)
    return (
      <div role="status">
        <p>{t('devicesCode', { address: team.member.address })}</p>
        <p class="join-check">{code}</p>
      </div>
    );
  return <Button onClick={() => void start()}>{t('devicesAdd')}</Button>;
}
