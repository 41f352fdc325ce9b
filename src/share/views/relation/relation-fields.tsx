import { t } from '../../../i18n/language.ts';
import { readMembership } from '../../../team/membership.ts';
import {
  employerOf,
  isNamed,
  joinedEmployers,
  NO_RELATIONS,
  writtenEmployer,
} from '../../../team/relations.ts';
import { Button } from '../../../ui/button.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { Check, TextArea } from '../../../ui/field.tsx';
import { SavedMark } from '../../../ui/saved-mark.tsx';
import { useAutosave } from '../../../ui/use-autosave.ts';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { changeSetting, readSetting, writeSetting } from '../../../workspace/setting.ts';
import { type OwnRelations, ownRelations, relationChoices } from '../../relation/relation.ts';

const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n,、，]+/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

async function readRelations(workspace: Workspace) {
  return {
    own: await readSetting(workspace, ownRelations),
    choices: (await readSetting(workspace, relationChoices)).length,
    team: (await readMembership(workspace))?.relations ?? NO_RELATIONS,
  };
}

/** What the team has declared, for all of its members. */
function OfTeam({ team }: { team: typeof NO_RELATIONS }) {
  if (!isNamed(team.employer) && !team.rewards) return null;
  const named = [...team.employer.sites, ...team.employer.accounts.map((one) => `@${one}`)];
  return (
    <>
      {named.length > 0 && (
        <p class="caption">{t('relationTeamNamed', { names: named.join(t('fieldJoin')) })}</p>
      )}
      {team.rewards && <p class="caption">{t('relationTeamRewards')}</p>}
    </>
  );
}

interface FieldProps {
  label: string;
  hint: string;
  stored: string;
  save: (typed: string) => Promise<unknown>;
}

function Field({ label, hint, stored, save }: FieldProps) {
  const { value, setValue, leave, state } = useAutosave(stored, save);
  return (
    <>
      <TextArea label={label} hint={hint} value={value} rows={3} onInput={setValue} onBlur={leave} />
      <SavedMark state={state} />
    </>
  );
}

/** How the employer is recognised, which links pay, and choices made by hand. Each field saves itself. */
export function RelationFields({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readRelations(workspace), [workspace]);
  if (live.state !== 'ready') return null;
  const { own, choices, team } = live.value;
  const change = (part: (before: OwnRelations) => Partial<OwnRelations>) =>
    changeSetting(workspace, ownRelations, (before) => ({ ...before, ...part(before) }));
  const name = (typed: string) =>
    change(({ employer: { names = [] } }) => ({
      employer: joinedEmployers({ sites: [], accounts: [], names }, employerOf(typed)),
      answered: Date.now(),
    }));
  return (
    <div class="profile-fields">
      <Field
        label={t('relationNamed')}
        hint={t('relationNamedHint')}
        stored={writtenEmployer(own.employer)}
        save={name}
      />
      <Field
        label={t('relationNames')}
        hint={t('relationNamesHint')}
        stored={(own.employer.names ?? []).join('\n')}
        save={(typed) => change(({ employer }) => ({ employer: { ...employer, names: linesOf(typed) } }))}
      />
      <Field
        label={t('relationPays')}
        hint={t('relationPaysHint')}
        stored={own.pays.join('\n')}
        save={(typed) => change(() => ({ pays: linesOf(typed) }))}
      />
      <Check
        label={t('relationAnswered')}
        checked={own.answered > 0}
        onChange={(isAll) => void change(() => ({ answered: isAll ? Date.now() : 0 })).catch(sayFailure)}
      />
      <OfTeam team={team} />
      {choices > 0 && (
        <p class="caption">
          {t('relationChosen', { n: choices })}{' '}
          <Button
            kind="quiet"
            onClick={() => void writeSetting(workspace, relationChoices, []).catch(sayFailure)}
          >
            {t('relationForget')}
          </Button>
        </p>
      )}
    </div>
  );
}
