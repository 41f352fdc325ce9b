import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { UNMADE } from '../../../click/short.ts';
import type { Part } from '../../compose.ts';
import type { Session } from './session.ts';

const CLASSES: Record<Part['kind'], string> = { disclosure: 'disclosed', words: '', link: 'linked' };

/** A link that is made by sharing ends with what nobody knows yet. */
const shownAs = ({ kind, text }: Part) =>
  kind === 'link' ? text.replace(new RegExp(`${UNMADE}$`), '…') : text;

/** Disclosure, words and link as they will stand, text for text: they are joined as `compose` joins them. */
function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, index) => {
    const { kind } = part;
    const text = shownAs(part);
    return (
      <Fragment key={kind}>
        {index > 0 && (kind === 'link' ? '\n' : ' ')}
        {kind === 'disclosure' ? (
          <mark class={CLASSES[kind]}>{text}</mark>
        ) : (
          <span class={CLASSES[kind]}>{text}</span>
        )}
      </Fragment>
    );
  });
}

/** Puts a region into the tab order while there is something to scroll in it: not every browser does by itself. */
function reachable(region: HTMLElement): void {
  if (region.scrollHeight > region.clientHeight) region.tabIndex = 0;
  else region.removeAttribute('tabindex');
}

/** What the reader will see, exactly as it will be posted. */
export function Preview({ session }: { session: Session }) {
  const { composed, link, channel } = session.outlook.value;
  const { say } = session;
  const region = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (region.current) reachable(region.current);
  }, [composed]);
  if (composed === null) {
    const network = channel.name;
    const key = !link.ok && link.reason === 'too-long' ? 'sheetLinkTooLong' : 'sheetNoScheme';
    return (
      <p class="preview wrong" role="alert">
        {say(key, { network })}
      </p>
    );
  }
  return (
    <section class="preview" ref={region} aria-label={say('sheetPreview')}>
      <Parts parts={composed.parts} />
    </section>
  );
}
