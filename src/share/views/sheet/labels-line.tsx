import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  isSame,
  isUsual,
  LABELS,
  type LabelName,
  type Labels,
  MAX_LABEL,
  NO_LABELS,
} from '../../labels/labels.ts';
import { MAX_PRESET_NAME, type Preset, presetOf } from '../../labels/presets.ts';
import { isSigned, ownLabels } from '../../link.ts';
import type { Session } from './session.ts';
import type { SheetKey } from './sheet-words.ts';
import { TrustedButton } from './trusted-button.tsx';

/** Campaigns suggested under the field. */
const MOST_CAMPAIGNS = 6;

const NAMES: Record<LabelName, SheetKey> = {
  campaign: 'sheetLabelsCampaign',
  source: 'sheetLabelsSource',
  medium: 'sheetLabelsMedium',
  term: 'sheetLabelsTerm',
  content: 'sheetLabelsContent',
};

/** As typed: normalising would remove a trailing space while the person is typing. */
function typedIn(session: Session): Labels {
  return session.choice.value.labels ?? session.composer.value.labels;
}

/** The labels in a few words. */
function shortly(session: Session): string {
  const { say } = session;
  const { labels } = session.composer.value;
  if (isUsual(labels)) return say('sheetLabelsNone');
  const named = presetOf(session.presets.value.all, labels)?.name;
  return named ?? (labels.campaign || say('sheetLabelsOwn'));
}

/** Which labels this address does not take, and why. */
function Limits({ session }: { session: Session }) {
  const { say, facts } = session;
  const { target } = session.choice.value;
  const { labels } = session.composer.value;
  const taken = ownLabels(target).filter((name) =>
    LABELS.some((one) => name === `utm_${one}` && labels[one]),
  );
  if (isSigned(target)) return <p class="field-hint limit">{say('sheetLabelsSigned')}</p>;
  if (facts.shortening?.rules.labels === false)
    return <p class="field-hint limit">{say('sheetLabelsOff')}</p>;
  if (taken.length === 0) return null;
  return <p class="field-hint limit">{say('sheetLabelsTaken', { names: taken.join(', ') })}</p>;
}

function Choices({ session }: { session: Session }) {
  const { say } = session;
  const { labels } = session.composer.value;
  const { all } = session.presets.value;
  const choose = ({ labels: chosen }: Pick<Preset, 'labels'>) => session.change({ labels: chosen });
  if (all.length === 0 && isUsual(labels)) return null;
  return (
    <div class="suggestions">
      {all.map((preset) => (
        <button
          key={preset.id}
          type="button"
          class="suggestion"
          aria-label={say('sheetLabelsPreset', { name: preset.name })}
          aria-pressed={isSame(preset.labels, labels)}
          onClick={() => choose(preset)}
        >
          {preset.name}
        </button>
      ))}
      <button
        type="button"
        class="suggestion"
        aria-pressed={isUsual(typedIn(session))}
        onClick={() => choose({ labels: NO_LABELS })}
      >
        {say('sheetLabelsClear')}
      </button>
    </div>
  );
}

function Label({ session, name }: { session: Session; name: LabelName }) {
  const id = useId();
  const { say } = session;
  const { usually } = session.composer.value;
  const typed = typedIn(session);
  return (
    <div class="label" data-label={name}>
      <label for={id}>
        {say(NAMES[name])} <code>{`utm_${name}`}</code>
      </label>
      <input
        id={id}
        class="input"
        dir="auto"
        autocapitalize="none"
        autocomplete="off"
        spellcheck={false}
        maxLength={MAX_LABEL}
        placeholder={usually[name]}
        value={typed[name]}
        onInput={(event) => session.change({ labels: { ...typed, [name]: event.currentTarget.value } })}
      />
    </div>
  );
}

/** Campaign suggestions that match what is typed: the team's, then those of the last shares. */
function Campaigns({ session }: { session: Session }) {
  const { labels } = session.composer.value;
  const typed = labels.campaign.toLowerCase();
  const fitting = (session.campaigns.value ?? []).filter(
    (name) => name !== labels.campaign && name.toLowerCase().includes(typed),
  );
  if (fitting.length === 0) return null;
  return (
    <div class="suggestions">
      {fitting.slice(0, MOST_CAMPAIGNS).map((campaign) => (
        <button
          key={campaign}
          type="button"
          class="suggestion"
          onClick={() => session.change({ labels: { ...typedIn(session), campaign } })}
        >
          {campaign}
        </button>
      ))}
    </div>
  );
}

function Save({ session }: { session: Session }) {
  const id = useId();
  const [name, setName] = useState('');
  const { say } = session;
  const { labels } = session.composer.value;
  if (isUsual(labels) || presetOf(session.presets.value.all, labels)) return null;
  return (
    <div class="label-save">
      <label for={id}>{say('sheetLabelsName')}</label>
      <div class="beside">
        <input
          id={id}
          class="input"
          dir="auto"
          autocomplete="off"
          maxLength={MAX_PRESET_NAME}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <TrustedButton
          disabled={name.trim() === ''}
          run={() => void session.savePreset(name).then(() => setName(''))}
        >
          {say('sheetLabelsSave')}
        </TrustedButton>
      </div>
    </div>
  );
}

function Fields({ session, id }: { session: Session; id: string }) {
  const fields = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => fields.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <fieldset class="labels" ref={fields} aria-labelledby={id}>
      <Choices session={session} />
      <Label session={session} name="campaign" />
      <Campaigns session={session} />
      <div class="labels-rest">
        {LABELS.filter((name) => name !== 'campaign').map((name) => (
          <Label key={name} session={session} name={name} />
        ))}
      </div>
      <p class="field-hint">{session.say('sheetLabelsHint')}</p>
      <Save session={session} />
    </fieldset>
  );
}

/** Campaign and labels of the link, folded into one line. */
export function LabelsLine({ session }: { session: Session }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { say } = session;
  const toggle = () => {
    setOpen(!isOpen);
    void session.findCampaigns();
  };
  return (
    <div class="line">
      <span class="name" id={id}>
        {say('sheetLabels')}
      </span>
      <div class="control">
        <div class="aside labelled">
          <span>{shortly(session)}</span>
          <button
            type="button"
            class="textual"
            data-labels
            aria-expanded={isOpen}
            aria-describedby={id}
            onClick={toggle}
          >
            {say(isOpen ? 'sheetLabelsFold' : 'sheetLabelsChange')}
          </button>
        </div>
        {!isUsual(session.composer.value.labels) && <Limits session={session} />}
        {isOpen && <Fields session={session} id={id} />}
      </div>
    </div>
  );
}
