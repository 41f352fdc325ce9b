import { render } from 'preact';
import type { Messages } from '../../declarations.ts';
import { asking } from '../../workspace/ask.ts';
import { openFrame } from '../views/sheet/dialog-frame.ts';
import { openSheet } from '../views/sheet/mount.tsx';
import { guardPresses } from '../views/sheet/press-guard.ts';
import { ConfirmKeep } from './confirm-keep.tsx';
import type { WindowRequest } from './messages.ts';
import type { FromFrame, ToFrame } from './port-messages.ts';
import { FrameVisibility } from './visibility.ts';

const ask = asking<Messages>();
/** What stands before the token in the address of a window. */
const APART = 'apart.';

/** What a page of the extension is for that is nothing but the sheet: a frame in a foreign page, or a window. */
export async function runFrameApp(): Promise<void> {
  onlyPeople();
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (token.startsWith(APART)) await inWindow(token.slice(APART.length));
  else if (window !== window.parent) await inFrame(token);
}

/** Nothing here answers to what a script made up. */
function onlyPeople(): void {
  for (const type of ['click', 'input', 'change', 'keydown', 'pointerdown', 'paste', 'drop', 'submit'])
    window.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) event.stopImmediatePropagation();
      },
      { capture: true },
    );
}

/** The port that our script in the page hands over, once it is known that it opens this frame. */
async function inFrame(token: string): Promise<void> {
  const handed = new Promise<MessagePort>((resolve) => {
    window.addEventListener('message', ({ source, data, ports: [port] }) => {
      if (source === window.parent && data === token && port) resolve(port);
    });
  });
  const entered = await ask('sheet.enter', { token });
  if (entered.ok && entered.value) serve(await handed);
}

function serve(port: MessagePort): void {
  const say = (message: FromFrame['say']) => port.postMessage({ say: message } satisfies FromFrame);
  // Two may ask at once: a press, and the look some time after it was opened.
  let waiting: ((clear: boolean) => void)[] = [];
  const clear = () => {
    say('clear');
    return new Promise<boolean>((resolve) => waiting.push(resolve));
  };
  const answer = (isClear: boolean) => {
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve(isClear);
  };
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data.say === 'clear') answer(data.clear);
    else show(data, clear, say);
  };
  window.addEventListener('blur', () => say('left'));
  say('ready');
}

function show(
  { post, ground }: ToFrame & { say: 'show' },
  clear: () => Promise<boolean>,
  say: (message: FromFrame['say']) => void,
): void {
  openSheet(post, document.body, { ground, gone: () => say('close') });
  const eyes = new FrameVisibility(document.documentElement, clear, () => say('unseen'));
  guardPresses(async () => {
    const seen = await eyes.now();
    if (!seen) say('unseen');
    return seen;
  });
  // Drawn by then: what comes into the next frame is behind this one.
  requestAnimationFrame(() => setTimeout(() => say('here')));
}

async function inWindow(token: string): Promise<void> {
  const taken = await ask('sheet.taken', { token });
  if (!taken.ok || !taken.value) return leave();
  const { asked, language } = taken.value;
  if (asked.wish === 'keep') askKeep(asked, language);
  else openSheet(asked.post, document.body, { ground: null, why: whyOf(asked), gone: leave });
}

const whyOf = ({ why }: WindowRequest) => (why === 'unseen' ? 'sheetUnseen' : 'sheetUnframed');
const leave = () => window.close();

function askKeep({ post }: WindowRequest, language: string): void {
  const wishes = { close: leave, send: () => undefined, gone: leave };
  const { dialog } = openFrame(document.body, wishes, null);
  dialog.setAttribute('aria-labelledby', 'musubi-sheet-title');
  render(<ConfirmKeep post={post} language={language} ask={ask} close={leave} />, dialog);
}
