import { age } from '../../i18n/age.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-and-open.ts';
import { Copy, QrCode } from '../../ui/icon.ts';
import { showToast } from '../../ui/toast.tsx';
import { type FoundLink, stateOf } from '../find-links.ts';
import { addressOf } from '../name-link.ts';
import { bareAddress, linkName, madeOn, stateWords } from './link-words.ts';
import { WeekLine } from './week-line.tsx';

export interface RowActions {
  readonly channelName: (id: string) => string;
  /** Shows the code of a link. */
  readonly showCode: (found: FoundLink) => void;
  /** Shows how the clicks of a link were counted. */
  readonly showCounts: (found: FoundLink) => void;
}

/** Puts a link's address on the clipboard, and says so. */
export async function copyAddress(address: string): Promise<void> {
  showToast(t((await copyText(address)) ? 'activityCopied' : 'linkCopyFailed'));
}

/** What the columns are, for the eye: each figure names itself to who hears it. */
export function LinkHeads() {
  return (
    <div class="row link-heads caption" aria-hidden="true">
      <span class="link-about">{t('linkHeadLink')}</span>
      <span class="week-line">{t('linkHeadWeek')}</span>
      <span class="link-head-people">{t('linkHeadPeople')}</span>
      <span class="link-acts no-print" />
    </div>
  );
}

interface LinkActsProps {
  name: string;
  address: string;
  onCode: () => void;
}

/** Copies a link's address, and shows its code. */
export function LinkActs({ name, address, onCode }: LinkActsProps) {
  return (
    <span class="link-acts no-print">
      <Button
        kind="quiet"
        icon={<Copy aria-hidden="true" />}
        aria-label={t('linkCopyOf', { name })}
        title={t('linkCopy')}
        onClick={() => void copyAddress(address)}
      />
      <Button
        kind="quiet"
        icon={<QrCode aria-hidden="true" />}
        aria-label={t('linkCodeOf', { name })}
        title={t('linkCode')}
        onClick={onCode}
      />
    </span>
  );
}

/** One link: its name and address, its last seven days, the people who followed it, and its address to copy or to scan. */
export function LinkRow({ found, now, actions }: { found: FoundLink; now: number; actions: RowActions }) {
  const { link, people, week } = found;
  const { channel, from, tags = [] } = link;
  const address = addressOf(link);
  const name = linkName(link);
  const made = from === 'file' ? madeOn(link) : age(link.at, now);
  const about = [channel && actions.channelName(channel), made, ...tags.map((tag) => `#${tag}`)];
  const state = stateWords(link, now);
  return (
    <div class="row link-row">
      <div class="link-about">
        <a class="one-line link-name" data-row dir="auto" href={`#/links/${link.id}`}>
          {name}
        </a>
        <span class="caption link-line">
          {state && (
            <bdi class="link-state one-line" data-state={stateOf(link, now)}>
              {state}
            </bdi>
          )}
          <bdi class="link-short one-line" dir="ltr">
            {bareAddress(address)}
          </bdi>
          <span class="link-more one-line">
            {about.filter(Boolean).map((words) => (
              <bdi key={words}> · {words}</bdi>
            ))}
          </span>
        </span>
      </div>
      <WeekLine week={week} />
      <button
        type="button"
        class="link-figure"
        aria-label={t('linkCountedOf', { n: people, name })}
        title={t('linkCounted')}
        onClick={() => actions.showCounts(found)}
      >
        {t('linkPeopleN', { n: people })}
      </button>
      <LinkActs name={name} address={address} onCode={() => actions.showCode(found)} />
    </div>
  );
}
