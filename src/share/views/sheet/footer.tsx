import { AlarmClock, CheckMark, CircleAlert, Copy, QrCode } from '../../../ui/icon.ts';
import { own } from '../../../workspace/named.ts';
import type { Block, ComposerState } from './composer-state.ts';
import { Meter } from './meter.tsx';
import { networkName } from './network-name.ts';
import { pressed } from './press-guard.ts';
import type { Session } from './session.ts';
import type { Say, SheetKey } from './sheet-words.ts';
import { TrustedButton } from './trusted-button.tsx';

/** The control that fixes each blocking problem; the main button leads there. */
const MEND: Record<Block, string> = {
  link: 'select',
  relation: '[data-field=relation]',
  instance: '[data-field=instance]',
  disclosure: '[data-field=disclosure]',
  over: '[data-field=words]',
};

/** What is too long, and how to shorten it. */
function shortenWords({ channel, composed, choice }: ComposerState, say: Say): string {
  const { length = 0, bytes = 0 } = composed?.excess ?? {};
  const network = networkName(channel, say);
  if (choice.words.trim() === '') return say('sheetShortenElse', { network });
  if (channel.length?.unit === 'sms') return say('sheetSmsShorten', { n: length });
  return length > 0
    ? say('sheetShorten', { n: length, network })
    : say('sheetShortenBytes', { n: bytes, network });
}

function mendWords(composer: ComposerState, say: Say): string | null {
  const { block } = composer;
  if (block === 'link') return say('sheetOtherLink');
  if (block === 'relation') return say('sheetAskFirst');
  if (block === 'instance') return say('sheetGiveInstance');
  if (block === 'disclosure') return say('sheetMendDisclosure');
  return block === 'over' ? shortenWords(composer, say) : null;
}

/** Labels of the main button for channels without a network's window. */
const MAIN_WORDS: Record<string, SheetKey> = {
  copy: 'sheetCopyAll',
  qr: 'sheetQrShow',
  email: 'sheetMail',
  sms: 'sheetText',
  system: 'sheetSystem',
  wechat: 'sheetWechatShow',
};

/** Label of the main button: where it goes, or what has to be done first. */
export function mainWords(composer: ComposerState, say: Say): string {
  const mend = mendWords(composer, say);
  if (mend) return mend;
  const { channel } = composer;
  const word = own(MAIN_WORDS, channel.id);
  if (word) return say(word);
  const key = channel.opens === 'creator' ? 'sheetOpenCreator' : 'sheetOpenIn';
  return say(key, { network: networkName(channel, say) });
}

/** Runs the main button. `from`: any node in the sheet. */
export function runMain(session: Session, from: Element): void {
  const { block, channel, choice } = session.composer.value;
  // Where the words are not too long, only another channel helps.
  const place = block === 'over' && choice.words.trim() === '' ? '.channel input:checked' : '';
  if (block)
    from
      .closest('dialog')
      ?.querySelector<HTMLElement>(place || MEND[block])
      ?.focus();
  else if (channel.id === 'qr') void session.toggleQr();
  else if (channel.opens === 'qr') void session.showCode();
  else void session.open();
}

function NoteLine({ session }: { session: Session }) {
  const note = session.note.value;
  if (!note) return null;
  const Icon = note.tone === 'done' ? CheckMark : CircleAlert;
  return (
    <div class="note" data-tone={note.tone}>
      <Icon aria-hidden="true" />
      <span>{note.words}</span>
      {note.action && <TrustedButton run={note.action.run}>{note.action.words}</TrustedButton>}
      {note.second && <TrustedButton run={note.second.run}>{note.second.words}</TrustedButton>}
    </div>
  );
}

/** The sheet's footer: length, QR, Copy and the main button. */
export function Footer({ session }: { session: Session }) {
  const { say, busy } = session;
  const composer = session.composer.value;
  const { channel, block } = composer;
  return (
    <>
      <div role="status">
        <NoteLine session={session} />
      </div>
      <footer>
        <Meter session={session} />
        <TrustedButton
          icon={<AlarmClock aria-hidden="true" />}
          aria-label={say('sheetLater')}
          title={say('sheetLater')}
          aria-expanded={session.later.value}
          run={() => session.toggleLater()}
        />
        {channel.opens !== 'qr' && (
          <TrustedButton
            icon={<QrCode aria-hidden="true" />}
            aria-label={say('sheetQr')}
            title={say('sheetQr')}
            data-qr=""
            aria-expanded={session.qr.value !== null}
            disabled={block === 'link' || block === 'relation'}
            run={() => void session.toggleQr()}
          />
        )}
        {channel.id !== 'copy' && (
          <TrustedButton
            icon={<Copy aria-hidden="true" />}
            disabled={block === 'link' || block === 'relation' || block === 'disclosure'}
            run={() => void session.copy()}
          >
            {say('sheetCopy')}
          </TrustedButton>
        )}
        <Main session={session} busy={busy.value} words={mainWords(composer, say)} />
      </footer>
    </>
  );
}

function Main({ session, busy, words }: { session: Session; busy: boolean; words: string }) {
  return (
    <button
      type="button"
      class="button"
      data-kind="shu"
      data-main
      aria-busy={busy}
      onClick={(event) => {
        const { currentTarget } = event;
        pressed(event, () => runMain(session, currentTarget));
      }}
    >
      {words}
    </button>
  );
}
