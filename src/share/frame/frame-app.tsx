import { render } from 'preact';
import { asking } from '../../workspace/ask.ts';
import type { SheetMessages } from '../sheet-messages.ts';
import { openFrame } from '../views/sheet/dialog-frame.ts';
import { openSheet } from '../views/sheet/mount.tsx';
import { guardPresses } from '../views/sheet/press-guard.ts';
import { ConfirmKeep } from './confirm-keep.tsx';
import type { WindowRequest } from './messages.ts';
import type { FromFrame, ToFrame } from './port-messages.ts';
import { FrameVisibility } from './visibility.ts';

const ask = asking<SheetMessages>();
/** Prefix of a token in the address of a window. */
const APART = 'apart.';

/** Entry of the page that is only the sheet: a frame in a foreign page, or a window of ours. */
export async function runFrameApp(): Promise<void> {
  onlyPeople();
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (token.startsWith(APART)) await inWindow(token.slice(APART.length));
  else if (window !== window.parent) await inFrame(token);
}

/** Ignores events that scripts made. */
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

/** Receives the port from our script in the page, once the background confirms that it opened this frame. */
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
  // Two may wait at once: a press, and the check some time after opening.
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
  // Two frames later it is drawn.
  requestAnimationFrame(() => setTimeout(() => say('here')));
}

async function inWindow(token: string): Promise<void> {
  const taken = await ask('sheet.taken', { token });
  if (!taken.ok || !taken.value) return leave();
  const { asked: request, language } = taken.value;
  if (request.wish === 'keep') askKeep(request, language);
  else openSheet(request.post, document.body, { ground: null, why: whyOf(request), gone: leave });
}

const whyOf = ({ why }: WindowRequest) => (why === 'unseen' ? 'sheetUnseen' : 'sheetUnframed');
const leave = () => window.close();

function askKeep({ post }: WindowRequest, language: string): void {
  const wishes = { close: leave, send: () => undefined, gone: leave };
  const { dialog } = openFrame(document.body, wishes, null);
  dialog.setAttribute('aria-labelledby', 'musubi-sheet-title');
  render(<ConfirmKeep post={post} language={language} ask={ask} close={leave} />, dialog);
}
