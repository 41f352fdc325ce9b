import './join.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import { askToPair, type Invitation, invitationIn, type Joining, pairState } from '../../join.ts';
import { hubWords } from '../hub-words.ts';

interface JoinOptionsProps {
  workspace: Workspace;
  name: string;
  device: string;
  onInvitation: (invitation: Invitation) => void;
  onJoined: () => void;
}

/** The ways into a team: by an invite, as a further device, or by starting one. */
export function JoinOptions(props: JoinOptionsProps) {
  return (
    <div class="join-ways">
      <ByLink onInvitation={props.onInvitation} />
      <ByCode {...props} />
      <Section title={t('joinOwn')}>
        <ol class="join-guide">
          {(['joinOwnHow', 'joinOwnPaste', 'joinOwnName', 'joinOwnReach'] as const).map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

function ByLink({ onInvitation }: Pick<JoinOptionsProps, 'onInvitation'>) {
  const [link, setLink] = useState('');
  const [wrong, setWrong] = useState('');
  const look = () => {
    const invitation = invitationIn(link);
    setWrong(invitation ? '' : t('joinNotLink'));
    if (invitation) onInvitation(invitation);
  };
  return (
    <Section title={t('joinTitle')} about={t('joinLead')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <TextField label={t('joinLink')} value={link} error={wrong} inputMode="url" onInput={setLink} />
        <Button kind="shu" type="submit" disabled={!link.trim()}>
          {t('joinLook')}
        </Button>
      </form>
    </Section>
  );
}

/** How often to check whether the other device confirmed, ms. */
const EVERY = 1500;

function ByCode({ workspace, name, device, onJoined }: JoinOptionsProps) {
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [check, setCheck] = useState('');
  const [wrong, setWrong] = useState('');
  const hub = address.trim().replace(/(?<!\/)\/+$/, '');
  const ask = async () => {
    const answer = await askToPair(workspace, hub, code.trim().toUpperCase(), device);
    setWrong(answer.ok ? '' : hubWords(answer.reason));
    setCheck(answer.ok ? answer.value.check : '');
  };
  useEffect(() => {
    if (!check) return undefined;
    const joining: Joining = { name, device, listed: false, earlier: false, without: [] };
    const look = async () => {
      const answer = await pairState(workspace, hub, code.trim().toUpperCase(), joining, Date.now());
      if (answer.ok && 'joined' in answer.value) onJoined();
      else if (answer.ok && 'state' in answer.value && answer.value.state === 'refused') {
        setCheck('');
        setWrong(t('hubPairing'));
      }
    };
    const timer = setInterval(() => void look(), EVERY);
    return () => clearInterval(timer);
  }, [check]);
  return (
    <Section title={t('joinPair')} about={t('joinPairHow')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextField label={t('joinAddress')} value={address} inputMode="url" onInput={setAddress} />
        <TextField label={t('joinCode')} value={code} error={wrong} maxLength={8} onInput={setCode} />
        <Button type="submit" disabled={!URL.canParse(hub) || code.trim().length !== 8}>
          {t('joinPairAsk')}
        </Button>
      </form>
      <p class="join-check" role="status">
        {check && t('joinPairCheck', { check })}
      </p>
    </Section>
  );
}
