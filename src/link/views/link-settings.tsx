import { useState } from 'preact/hooks';
import { dayOf, startOfDay } from '../../activity/event.ts';
import { fromDateField, toDateField } from '../../activity/span.ts';
import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { Team } from '../../team/team.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { editLink, type LinkChange, type LinkRefusal } from '../edit-link.ts';
import type { ShortLink } from '../tables.ts';
import { LinkName } from './link-name.tsx';

interface LinkSettingsProps {
  workspace: Workspace;
  team: Team | null;
  link: ShortLink;
}

const WRONG: Readonly<Record<LinkRefusal, PlainKey | null>> = {
  target: 'linkTargetWrong',
  rules: 'linkTargetRules',
  gone: null,
};

/** What the owner of a link decides of it: until when it leads anywhere, and where. */
export function LinkSettings({ workspace, team, link }: LinkSettingsProps) {
  const [target, setTarget] = useState(link.asked || link.target);
  const [wrong, setWrong] = useState('');
  const save = async (part: LinkChange) => {
    const refusal = await editLink(workspace, link.id, part, Date.now());
    const words = refusal && WRONG[refusal];
    setWrong(words ? t(words) : '');
    if (!refusal) showToast(t('linkSaved'));
  };
  const change = (part: LinkChange) => void save(part).catch(sayFailure);
  return (
    <Section title={t('linkSettings')} about={t('linkSettingsAbout')}>
      {team && <LinkName key={link.name} workspace={workspace} team={team} link={link} />}
      <Field label={t('linkUntil')} hint={t('linkUntilHint')}>
        {(ids) => (
          <input
            {...ids}
            class="input"
            type="date"
            value={link.until === 0 ? '' : toDateField(dayOf(link.until - 1))}
            onChange={(event) => {
              const day = fromDateField(event.currentTarget.value);
              // Until the end of that day, where the person is.
              change({ until: day === null ? 0 : startOfDay(day + 1) });
            }}
          />
        )}
      </Field>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          change({ target: target.trim() });
        }}
      >
        <TextField
          label={t('linkTarget')}
          hint={link.asked ? t('linkTargetWaits', { target: link.target }) : t('linkTargetHint')}
          error={wrong}
          value={target}
          maxLength={2000}
          inputMode="url"
          onInput={setTarget}
        />
        <Button type="submit" disabled={target.trim() === (link.asked || link.target)}>
          {t('linkTargetSave')}
        </Button>
      </form>
    </Section>
  );
}
