import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { type AdminView, type Command, ROLES } from '../../hub-api.ts';
import { ROLE_NAMES } from '../role-names.ts';
import type { Run } from './admin.tsx';

type Person = AdminView['members'][number];
interface Asking {
  readonly title: string;
  readonly about: string;
  readonly button: string;
  readonly command: Command;
}

/** The two ways of ending it. `gone`: also for who has left already. */
const ENDS = [
  {
    does: 'member.remove',
    word: 'adminRemove',
    sure: 'adminRemoveSure',
    about: 'adminMembersAbout',
    gone: false,
  },
  { does: 'erase', word: 'adminErase', sure: 'adminEraseSure', about: 'adminEraseAbout', gone: true },
] as const;

/** The people of the team: their roles, and removing or erasing them, each after a confirmation. */
export function Members({ members, run }: { members: readonly Person[]; run: Run }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <Section title={t('adminMembers')} about={t('adminMembersAbout')}>
      {members.map((person) => (
        <OnePerson key={person.id} person={person} run={run} ask={setAsking} />
      ))}
      <Dialog
        open={asking !== null}
        role="alertdialog"
        title={asking?.title ?? ''}
        onClose={close}
        footer={
          <Button
            kind="loss"
            onClick={() => {
              if (asking) void run(asking.command);
              close();
            }}
          >
            {asking?.button}
          </Button>
        }
      >
        <p>{asking?.about}</p>
      </Dialog>
    </Section>
  );
}

function OnePerson({ person, run, ask }: { person: Person; run: Run; ask: (asking: Asking) => void }) {
  const { id, name, role, removed } = person;
  const change = (value: string) => {
    const chosen = ROLES.find((one) => one === value);
    if (chosen) void run({ do: 'member.role', member: id, role: chosen });
  };
  return (
    <div class="admin-person">
      <span>
        {name} {removed !== null && <span class="caption">{t('adminLeft')}</span>}
      </span>
      {removed === null && (
        <select
          class="input"
          aria-label={t('adminRoleOf', { name })}
          value={role}
          onChange={(event) => change(event.currentTarget.value)}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(ROLE_NAMES[one])}
            </option>
          ))}
        </select>
      )}
      {ENDS.filter(({ gone }) => gone || removed === null).map(({ does, word, sure, about }) => (
        <Button
          key={does}
          kind="quiet"
          onClick={() =>
            ask({
              title: t(sure, { name }),
              about: t(about),
              button: t(word),
              command: { do: does, member: id },
            })
          }
        >
          {t(word)}
        </Button>
      ))}
    </div>
  );
}
