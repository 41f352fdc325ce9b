import { useState } from 'preact/hooks';
import { age } from '../../i18n/age.ts';
import { t } from '../../i18n/language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { Workspace } from '../../workspace/open.ts';
import type { UncountedLink } from '../uncounted-link.ts';
import { CodePanel } from './code-panel.tsx';
import { LinkActs, LinkHeads } from './link-row.tsx';
import { bareAddress } from './link-words.ts';

const ROW = 56;

interface UncountedProps {
  workspace: Workspace;
  links: readonly UncountedLink[];
  channelName: (id: string) => string;
}

const nameOf = ({ title, address }: UncountedLink) =>
  title || (URL.canParse(address) ? new URL(address).host : address);

/** Links of one's own shares while there is no hub: to copy and to scan, with a dash where clicks would be. */
export function UncountedLinks({ workspace, links, channelName }: UncountedProps) {
  const [coded, setCoded] = useState<UncountedLink | null>(null);
  const now = Date.now();
  return (
    <Section title={t('linksAlone')} about={t('linksAloneAbout')}>
      <LinkHeads />
      <VirtualList
        items={links}
        rowHeight={ROW}
        keyOf={({ id }) => id}
        label={t('linksAlone')}
        total={links.length}
        render={(link) => <UncountedRow link={link} now={now} channelName={channelName} onCode={setCoded} />}
      />
      {coded && (
        <Dialog open onClose={() => setCoded(null)} title={nameOf(coded)}>
          <CodePanel workspace={workspace} id={coded.id} address={coded.address} />
        </Dialog>
      )}
    </Section>
  );
}

interface UncountedRowProps {
  link: UncountedLink;
  now: number;
  channelName: (id: string) => string;
  onCode: (link: UncountedLink) => void;
}

function UncountedRow({ link, now, channelName, onCode }: UncountedRowProps) {
  const { at, channel, address } = link;
  const name = nameOf(link);
  return (
    <div class="row link-row">
      <div class="link-about">
        <a class="one-line link-name" data-row dir="auto" href={address} target="_blank" rel="noreferrer">
          {name}
        </a>
        <span class="caption link-line">
          <bdi class="link-short one-line" dir="ltr">
            {bareAddress(address)}
          </bdi>
          <span class="link-more one-line">
            {channel && <bdi> · {channelName(channel)}</bdi>}
            <bdi> · {age(at, now)}</bdi>
          </span>
        </span>
      </div>
      <span class="week-line" aria-hidden="true">
        –
      </span>
      <span
        class="link-head-people"
        role="img"
        aria-label={t('linksNotCounted')}
        title={t('linksNotCounted')}
      >
        –
      </span>
      <LinkActs name={name} address={address} onCode={() => onCode(link)} />
    </div>
  );
}
