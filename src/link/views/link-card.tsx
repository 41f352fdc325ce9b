import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { editLink } from '../edit-link.ts';
import type { ShortLink } from '../tables.ts';

const isPicture = (address: string) => address === '' || /^https:\/\/[^\s]+$/i.test(address);

/** What networks and chats show of a link before anybody follows it: as its owner chooses. */
export function LinkCard({ workspace, link }: { workspace: Workspace; link: ShortLink }) {
  const [title, setTitle] = useState(link.title);
  const [picture, setPicture] = useState(link.picture);
  const [wrong, setWrong] = useState('');
  const save = async () => {
    if (!isPicture(picture.trim())) return setWrong(t('linkCardPictureWrong'));
    setWrong('');
    await editLink(workspace, link.id, { title: title.trim(), picture: picture.trim() }, Date.now());
    showToast(t('linkSaved'));
  };
  return (
    <Section title={t('linkCard')} about={t('linkCardAbout')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save().catch((error: unknown) => setWrong(String(error)));
        }}
      >
        <TextField label={t('linkCardTitle')} value={title} maxLength={200} onInput={setTitle} />
        <TextField
          label={t('linkCardPicture')}
          hint={t('linkCardPictureHint')}
          error={wrong}
          value={picture}
          maxLength={2000}
          inputMode="url"
          onInput={setPicture}
        />
        <Button type="submit" disabled={title.trim() === link.title && picture.trim() === link.picture}>
          {t('linkCardSave')}
        </Button>
      </form>
    </Section>
  );
}
