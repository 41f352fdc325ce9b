import './join.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Check, TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import { USUAL_FIGURES } from '../../figures.ts';
import type { InviteLook } from '../../hub-api.ts';
import { type Invitation, type Joining, join, lookAt } from '../../join.ts';
import { isName } from '../../names.ts';
import type { Optional, SharedEvent } from '../../shared-event.ts';
import { FoundFigures } from '../figures/found-figures.tsx';
import { isOpenTeam, JoinFigures } from '../figures/join-figures.tsx';
import { hubWords } from '../hub-words.ts';
import { ROLE_NAMES } from '../role-names.ts';
import { Sees } from './sees.tsx';

export interface JoinProps {
  workspace: Workspace;
  invitation: Invitation;
  /** This person's own last share as the team would get it; null where they have none yet. */
  lastShare: SharedEvent | null;
  shown: (field: keyof SharedEvent, example: SharedEvent) => string;
  name: string;
  device: string;
  /** What else there is to know, below who invites to what. */
  note?: ComponentChildren;
  onJoined: () => void;
}

const EXAMPLE: SharedEvent = {
  id: 'p-example000',
  at: Date.UTC(2026, 0, 15, 3),
  day: 20_468,
  type: 'prepared',
  channel: 'x',
  site: 'bluesky',
  item: '',
  campaign: '',
  undone: 0,
};

/** Joining by an invite: who invites, what the team will see, what the person chooses. Nothing leaves before they join. */
export function JoinPage(props: JoinProps) {
  const { invitation, note } = props;
  const [look, setLook] = useState<InviteLook | null>(null);
  const [wrong, setWrong] = useState('');
  const ask = () => {
    setWrong('');
    void lookAt(invitation).then((answer) =>
      answer.ok ? setLook(answer.value) : setWrong(hubWords(answer.reason)),
    );
  };
  useEffect(ask, [invitation.invite]);
  if (wrong) return <Again words={wrong} note={note} onAgain={ask} />;
  return look ? <Choices {...props} look={look} /> : <Skeleton label={t('adminReading')} />;
}

interface AgainProps {
  words: string;
  note: ComponentChildren;
  onAgain: () => void;
}

function Again({ words, note, onAgain }: AgainProps) {
  return (
    <div class="join">
      <h1>{t('joinTitle')}</h1>
      <p role="alert">{words}</p>
      <Button onClick={onAgain}>{t('joinLook')}</Button>
      {note}
    </div>
  );
}

function Choices({
  workspace,
  invitation,
  look,
  lastShare,
  shown,
  name,
  device,
  note,
  onJoined,
}: JoinProps & { look: InviteLook }) {
  const [joining, setJoining] = useState<Joining>({
    name,
    device,
    // Nobody is in a ranking unless they say so.
    listed: false,
    earlier: false,
    without: [],
    ...(look.people === 0 && { figures: USUAL_FIGURES }),
  });
  const [agreed, setAgreed] = useState(false);
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const choose = (chosen: Partial<Joining>) => setJoining((before) => ({ ...before, ...chosen }));
  const go = async () => {
    setBusy(true);
    const request = isOpenTeam(look) && agreed ? { ...joining, agreed: 'open' as const } : joining;
    const answer = await join(workspace, invitation, look.role, request, Date.now());
    setBusy(false);
    if (answer.ok) onJoined();
    else setWrong(hubWords(answer.reason));
  };
  const asks = !joining.figures && isOpenTeam(look) && !agreed;
  const places = [look.group, look.region].filter(Boolean).join(t('fieldJoin'));
  return (
    <form
      class="join"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <header class="page-head">
        <h1>
          {look.by ? t('joinBy', { name: look.by, team: look.team }) : t('joinTo', { team: look.team })}
        </h1>
        <p class="soft">
          {[t('joinAs', { role: t(ROLE_NAMES[look.role]) }), places && t('joinIn', { places })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      {note}
      <Section title={t('joinSees')}>
        <Sees
          example={lastShare ?? EXAMPLE}
          isOwn={lastShare !== null}
          without={joining.without}
          onWithout={(without: readonly Optional[]) => choose({ without })}
          shown={shown}
        />
      </Section>
      {joining.figures ? (
        <FoundFigures value={joining.figures} onChange={(figures) => choose({ figures })} />
      ) : (
        <JoinFigures look={look} agreed={agreed} onAgreed={setAgreed} />
      )}
      <Section title={t('joinNever')}>
        <p>{t('joinNeverWhat')}</p>
      </Section>
      <Section title={t('joinName')}>
        <TextField
          label={t('joinName')}
          value={joining.name}
          maxLength={80}
          required
          onInput={(value) => choose({ name: value })}
        />
        <TextField
          label={t('joinDevice')}
          value={joining.device}
          maxLength={80}
          required
          onInput={(value) => choose({ device: value })}
        />
        <Check label={t('joinListed')} checked={joining.listed} onChange={(listed) => choose({ listed })} />
        <p class="caption">{t('joinListedAbout')}</p>
        <Check
          label={t('joinEarlier')}
          checked={joining.earlier}
          onChange={(earlier) => choose({ earlier })}
        />
        <p class="caption">{t('joinEarlierAbout')}</p>
      </Section>
      <div class="join-go">
        <p role="alert">{wrong}</p>
        <Button
          kind="shu"
          type="submit"
          disabled={busy || !isName(joining.name) || !isName(joining.device) || asks}
        >
          {t('joinButton')}
        </Button>
      </div>
    </form>
  );
}
