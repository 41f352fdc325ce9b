import { render } from 'preact';
import { browserLanguage } from '../../../team/language.ts';
import { asking } from '../../../workspace/ask.ts';
import type { SheetMessages } from '../../sheet-messages.ts';
import { type Frame, openFrame } from './dialog-frame.ts';
import { runMain } from './footer.tsx';
import type { OpenSheet } from './open.ts';
import { OpenFailed } from './open-failed.tsx';
import { Session } from './session.ts';
import { Sheet } from './sheet.tsx';

const ask = asking<SheetMessages>();
let shown: Frame | null = null;

/** Opens the sheet over one of our own pages. An open sheet closes first and saves its draft. */
export const openSheet: OpenSheet = (post, near, { ground, why, gone } = {}) => {
  shown?.remove();
  let session: Session | null = null;
  const close = async () => {
    if (session === null || (await session.mayClose())) frame.remove();
  };
  const wishes = {
    close: () => void close(),
    send: () => session && runMain(session, frame.dialog),
    gone: () => {
      session?.leave();
      render(null, frame.dialog);
      if (shown === frame) shown = null;
      gone?.();
    },
  };
  const frame = openFrame(near, wishes, ground);
  shown = frame;
  const { dialog, signal } = frame;
  dialog.setAttribute('aria-labelledby', 'musubi-sheet-title');
  render(<section class="panel" aria-busy="true" />, dialog);

  const load = async () => {
    const answered = await ask('share.sheet', { post });
    if (signal.aborted) return;
    if (answered.ok) {
      frame.dress(answered.value.theme);
      session = new Session(answered.value, ask);
      render(<Sheet session={session} close={() => void close()} why={why} />, dialog);
      return;
    }
    const again = () => void load();
    render(
      <OpenFailed
        language={browserLanguage()}
        answered={answered}
        again={again}
        close={() => void close()}
      />,
      dialog,
    );
  };
  void load();
};
