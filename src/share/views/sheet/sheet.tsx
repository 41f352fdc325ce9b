import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { X } from '../../../ui/icon.ts';
import { ChannelLine } from './channel-line.tsx';
import { DisclosureLine } from './disclosure-line.tsx';
import { Footer } from './footer.tsx';
import { InstanceLine } from './instance-line.tsx';
import { LabelsLine } from './labels-line.tsx';
import { LaterPanel } from './later-panel.tsx';
import { LinkLine } from './link-line.tsx';
import { networkName } from './network-name.ts';
import { PicturesLine } from './pictures-line.tsx';
import { Preview } from './preview.tsx';
import { QrPanel } from './qr-panel.tsx';
import { Why } from './reason-line.tsx';
import { RelationAsk } from './relation-ask.tsx';
import { RelationLine } from './relation-line.tsx';
import type { Session } from './session.ts';
import type { SheetKey } from './sheet-words.ts';
import { WordsLine } from './words-line.tsx';

/** Shown before the press, where the words cannot go along with the link. */
function PasteHint({ session }: { session: Session }) {
  const { pastes, channel } = session.composer.value;
  if (!pastes) return null;
  const filled = channel.takes.includes('text') ? 'sheetTooLongWindow' : 'sheetPaste';
  const key = channel.opens === 'creator' ? 'sheetCreator' : filled;
  return <p class="caption">{session.say(key, { network: networkName(channel, session.say) })}</p>;
}

/** Fixes the height at what is first shown; longer content scrolls. */
function keepHeight(panel: HTMLElement): void {
  panel.style.blockSize = '';
  panel.style.blockSize = `${panel.offsetHeight}px`;
}

interface SheetProps {
  session: Session;
  close: () => void;
  /** Shown first: why the sheet is here. */
  why: SheetKey | undefined;
}

/** The sheet: preview first, then the choices, then the main button. */
export function Sheet({ session, close, why }: SheetProps) {
  const { say } = session;
  const body = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const asks = session.composer.value.decision.by === 'ask';
  const opened = [asks, session.qr.value, session.later.value];
  useLayoutEffect(() => {
    if (panel.current) keepHeight(panel.current);
  }, opened);
  useEffect(() => {
    const first = body.current?.querySelector<HTMLElement>(
      asks ? '[data-field=relation]' : '[data-field=words]',
    );
    first?.focus({ preventScroll: true });
  }, [asks]);
  return (
    <section class="panel" ref={panel} lang={session.facts.language}>
      <header>
        <h2 id="musubi-sheet-title">{say('sheetTitle')}</h2>
        <Button
          kind="quiet"
          icon={<X aria-hidden="true" />}
          aria-label={say('uiClose')}
          title={say('uiClose')}
          onClick={close}
        />
      </header>
      {why && <Why words={say(why)} />}
      <div class="sheet-body" ref={body}>
        {asks && <RelationAsk session={session} />}
        <Preview session={session} />
        <LinkLine session={session} />
        <ChannelLine session={session} />
        <InstanceLine session={session} />
        <WordsLine session={session} />
        <PicturesLine session={session} />
        {!asks && <RelationLine session={session} />}
        <DisclosureLine session={session} />
        <LabelsLine session={session} />
        <PasteHint session={session} />
        {session.qr.value !== null && <QrPanel session={session} url={session.qr.value} />}
        {session.later.value && <LaterPanel session={session} />}
      </div>
      <Footer session={session} />
    </section>
  );
}
