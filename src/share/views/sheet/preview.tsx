import { Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { UNMADE } from '../../../link/short.ts';
import type { Part } from '../../compose.ts';
import type { Session } from './session.ts';

const CLASSES: Record<Part['kind'], string> = { disclosure: 'disclosed', words: '', link: 'linked' };

/** A short link that does not exist yet is shown with a placeholder. */
const shownAs = ({ kind, text }: Part) =>
  kind === 'link' ? text.replace(new RegExp(`${UNMADE}$`), '…') : text;

/** Disclosure, words and link exactly as `compose` joins them. */
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

/** What the reader will see, exactly as posted; a long text is folded. */
export function Preview({ session }: { session: Session }) {
  const { composed, link, channel } = session.composer.value;
  const { say } = session;
  const region = useRef<HTMLElement>(null);
  const [cut, setCut] = useState(false);
  const [whole, setWhole] = useState(false);
  useLayoutEffect(() => {
    const { current } = region;
    if (!current || whole) return;
    // Lines that are clamped away have no height in some browsers.
    current.removeAttribute('data-cut');
    const isCut = current.scrollHeight > current.clientHeight + 1;
    current.toggleAttribute('data-cut', isCut);
    setCut(isCut);
  }, [composed, whole]);
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
    <>
      <section
        class="preview"
        ref={region}
        data-cut={cut && !whole ? '' : undefined}
        data-whole={whole ? '' : undefined}
        aria-label={say('sheetPreview')}
      >
        {/* A clamped box makes blocks of its own children. */}
        <div>
          <Parts parts={composed.parts} />
        </div>
      </section>
      {cut && (
        <button
          type="button"
          class="textual preview-more"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {say(whole ? 'sheetPreviewLess' : 'sheetPreviewMore')}
        </button>
      )}
    </>
  );
}
