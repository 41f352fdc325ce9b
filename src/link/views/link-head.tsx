import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Copy, ExternalLink, Pause, Play } from '../../ui/icon.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { editLink } from '../edit-link.ts';
import { addressOf } from '../name-link.ts';
import type { ShortLink } from '../tables.ts';
import { copyAddress } from './link-row.tsx';
import { bareAddress, linkName, madeOn, stateWords } from './link-words.ts';

interface LinkHeadProps {
  link: ShortLink;
  channelName: (id: string) => string;
}

/** What a link is called, where it was shared, when, and how it stands. */
export function LinkHead({ link, channelName }: LinkHeadProps) {
  const about = [
    link.channel && channelName(link.channel),
    link.campaign,
    madeOn(link),
    stateWords(link, Date.now()),
  ];
  return (
    <header class="link-head">
      <p class="caption">
        <a href="#/links">{t('linkAll')}</a>
      </p>
      <h1 dir="auto">{linkName(link)}</h1>
      <p class="soft">{about.filter(Boolean).join(' · ')}</p>
    </header>
  );
}

/** A link's address, to copy or to follow, whether it leads anywhere now, and where. */
export function LinkAddress({ workspace, link }: { workspace: Workspace; link: ShortLink }) {
  const { target, from, paused, id } = link;
  const address = addressOf(link);
  const toggle = async () => {
    await editLink(workspace, id, { paused: !paused }, Date.now());
    showToast(t(paused ? 'linkResumed' : 'linkPausedNow'));
  };
  return (
    <section class="link-where" aria-label={t('linkAddress')}>
      <p class="link-address">
        <code dir="ltr">{bareAddress(address)}</code>
      </p>
      <p class="link-buttons no-print">
        <Button icon={<Copy aria-hidden="true" />} onClick={() => void copyAddress(address)}>
          {t('linkCopy')}
        </Button>
        {from !== 'file' && (
          <Button
            icon={paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
            onClick={() => void toggle().catch(sayFailure)}
          >
            {t(paused ? 'linkResume' : 'linkPause')}
          </Button>
        )}
      </p>
      {target && (
        <p class="caption link-target">
          {t('linkTarget')}{' '}
          <a href={target} target="_blank" rel="noopener noreferrer" dir="ltr">
            {bareAddress(target)}
            <ExternalLink aria-hidden="true" />
          </a>
        </p>
      )}
    </section>
  );
}
