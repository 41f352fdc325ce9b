import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { Team } from '../../team/team.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { withTag } from '../../workspace/tags.ts';
import { address, LANGUAGES, type LibraryItem, type LibraryMedia, type Version } from '../item.ts';
import { type ChannelName, ItemTerms, isTurned, type Terms } from './item-terms.tsx';
import { MediaField } from './media/media-field.tsx';

export const LANGUAGE_NAMES: Record<Version['language'], PlainKey> = {
  ja: 'libraryJa',
  en: 'libraryEn',
  'zh-CN': 'libraryZh',
  '': 'libraryAnyLanguage',
};

interface ItemFormProps {
  team: Team;
  item: LibraryItem;
  /** Whether it is new. */
  isNew: boolean;
  channels: readonly ChannelName[];
  onSave: (item: LibraryItem) => Promise<void>;
  onClose: () => void;
}

/** Normalised tags from a comma-separated line. */
const tagsOf = (line: string) =>
  line.split(/[,、，]/).reduce<string[]>((tags, typed) => withTag(tags, typed), []);

/** Edits an item: title, texts by language, link, tags and terms. */
export function ItemForm({ team, item, isNew, channels, onSave, onClose }: ItemFormProps) {
  const [title, setTitle] = useState(item.title);
  const [versions, setVersions] = useState<readonly Version[]>(
    item.versions.length > 0 ? item.versions : [{ language: '', words: '' }],
  );
  const [link, setLink] = useState(item.link);
  const [tags, setTags] = useState(item.tags.join(', '));
  const [terms, setTerms] = useState<Terms>({
    channels: item.channels,
    campaign: item.campaign,
    from: item.from,
    to: item.to,
  });
  const [media, setMedia] = useState<readonly LibraryMedia[]>(item.media);
  const [busy, setBusy] = useState(false);
  const isAddress = address.safeParse(link.trim()).success;
  const save = async () => {
    setBusy(true);
    const filled = versions.filter(({ words }) => words.trim() !== '');
    const named = { title: title.trim(), link: link.trim(), tags: tagsOf(tags), media: [...media] };
    await onSave({ ...item, ...terms, campaign: terms.campaign.trim(), ...named, versions: filled }).catch(
      sayFailure,
    );
    setBusy(false);
  };
  const change = (at: number, changed: Partial<Version>) =>
    setVersions(versions.map((one, i) => (i === at ? { ...one, ...changed } : one)));
  return (
    <Dialog
      open={true}
      title={t(isNew ? 'libraryNew' : 'libraryEdit')}
      onClose={onClose}
      footer={
        <Button
          kind="shu"
          disabled={busy || !title.trim() || !isAddress || isTurned(terms)}
          onClick={() => void save()}
        >
          {t('librarySave')}
        </Button>
      }
    >
      <TextField label={t('libraryTitleField')} value={title} maxLength={300} onInput={setTitle} />
      <TextField
        label={t('libraryLink')}
        value={link}
        inputMode="url"
        error={isAddress ? undefined : t('libraryLinkWrong')}
        onInput={setLink}
      />
      {versions.map((version, at) => (
        <div key={at} class="form">
          <SelectField
            label={t('libraryLanguage')}
            value={version.language}
            options={LANGUAGES.map((one) => ({ value: one, label: t(LANGUAGE_NAMES[one]) }))}
            onChange={(value) => change(at, { language: LANGUAGES.find((one) => one === value) ?? '' })}
          />
          <TextArea
            label={t('libraryWords')}
            value={version.words}
            rows={4}
            maxLength={5000}
            onInput={(words) => change(at, { words })}
          />
        </div>
      ))}
      {versions.length < 12 && (
        <Button kind="quiet" onClick={() => setVersions([...versions, { language: '', words: '' }])}>
          {t('libraryMoreWords')}
        </Button>
      )}
      <MediaField team={team} media={media} onChange={setMedia} />
      <TextField label={t('libraryTags')} hint={t('libraryTagsHint')} value={tags} onInput={setTags} />
      <ItemTerms
        terms={terms}
        channels={channels}
        onChange={(part) => setTerms((before) => ({ ...before, ...part }))}
      />
    </Dialog>
  );
}
