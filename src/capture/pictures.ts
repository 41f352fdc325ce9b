import { hashOf, readCapped } from '../workspace/bytes.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture, Medium, Picture } from './capture.ts';
import { eachCapture, picturesOf } from './each-capture.ts';
import { typeOf } from './picture-type.ts';
import { captures, media } from './tables.ts';

/** Largest picture that is stored, in bytes. */
export const MAX_BYTES = 8_000_000;
/** Time limit for one picture, ms. */
const TIMEOUT = 20_000;

type Fetched = { state: 'stored'; medium: Medium } | { state: 'unreadable' | 'large' };

/**
 * Fetches a picture without cookies. It works only where the host's CORS allows it or the person granted the
 * host.
 */
async function fetchPicture(url: string): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT),
      cache: 'force-cache',
    });
    if (!response.ok) return { state: 'unreadable' };
    const bytes = await readCapped(response, MAX_BYTES);
    if (!bytes) return { state: 'large' };
    const type = typeOf(bytes);
    if (!type) return { state: 'unreadable' };
    return { state: 'stored', medium: { hash: await hashOf(bytes), type, bytes, at: Date.now() } };
  } catch {
    // Blocked by CORS, the network or the time limit: the capture shows this and keeps the address.
    return { state: 'unreadable' };
  }
}

async function settle(workspace: Workspace, id: string, url: string, fetched: Fetched): Promise<void> {
  await workspace.together([captures, media], async () => {
    const capture = await workspace.rows(captures).get(id);
    if (!capture) return;
    if (fetched.state === 'stored') await workspace.put(media, fetched.medium);
    const hash = fetched.state === 'stored' ? fetched.medium.hash : '';
    const pictures = capture.pictures.map(
      (picture): Picture => (picture.url === url ? { url, state: fetched.state, hash } : picture),
    );
    await workspace.put(captures, { ...capture, pictures });
  });
}

/** Fetches a capture's pending pictures one after the other. */
export async function fetchPictures(
  workspace: Workspace,
  capture: Pick<Capture, 'id' | 'pictures'>,
): Promise<void> {
  for (const picture of capture.pictures) {
    if (picture.state !== 'pending') continue;
    await settle(workspace, capture.id, picture.url, await fetchPicture(picture.url));
  }
}

/**
 * Fetches all pending pictures, of the newest captures first: those that a closed browser left behind, and those of any age
 * that a check of the data or an archive made pending.
 */
export async function resumePictures(workspace: Workspace): Promise<void> {
  const pending: Pick<Capture, 'id' | 'at'>[] = [];
  await eachCapture(workspace, (capture) => {
    const isPending = picturesOf(capture).some(({ state }) => state === 'pending');
    if (capture.undone === 0 && isPending) pending.push({ id: capture.id, at: capture.at });
  });
  for (const { id } of pending.sort((a, b) => b.at - a.at)) {
    const capture = await workspace.rows(captures).get(id);
    if (capture?.undone === 0) await fetchPictures(workspace, capture);
  }
}
