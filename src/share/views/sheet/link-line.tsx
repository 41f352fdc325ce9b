import { useId } from 'preact/hooks';
import { ChevronDown, Link } from '../../../ui/icon.ts';
import { isSigned } from '../../link.ts';
import type { Session } from './session.ts';

/** Host and path of an address, short enough for one line. */
function short(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`;
}

/** What the link does while the hub is away, and the alternative. */
function AwayHint({ session }: { session: Session }) {
  const { say } = session;
  const { awayLink } = session.composer.value;
  if (awayLink === null) return null;
  const isShort = awayLink === 'short';
  return (
    <p class="aside under" role="note" data-away={awayLink}>
      <span>{say(isShort ? 'sheetAwayShort' : 'sheetAwayLong')}</span>
      <button
        type="button"
        class="textual"
        onClick={() => session.change({ link: isShort ? 'long' : 'short' })}
      >
        {say(isShort ? 'sheetTakeLong' : 'sheetTakeShort')}
      </button>
    </p>
  );
}

/** The link's target, by a native select: drawn above everything, with full keyboard support. */
export function LinkLine({ session }: { session: Session }) {
  const id = useId();
  const { say, facts } = session;
  return (
    <div class="line">
      <label class="name" for={id}>
        {say('sheetLink')}
      </label>
      <div class="target">
        <Link aria-hidden="true" />
        <select
          id={id}
          class="input"
          value={session.choice.value.target}
          onChange={(event) => session.change({ target: event.currentTarget.value })}
        >
          {facts.targets.map(({ url, kind }) => (
            <option key={`${kind} ${url}`} value={url}>
              {say(kind === 'outgoing' ? 'sheetOutgoing' : 'sheetPost', { url: short(url) })}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </div>
      <AwayHint session={session} />
      {isSigned(session.choice.value.target) && (
        <p class="field-hint under" role="note">
          {say('sheetSigned')}
        </p>
      )}
    </div>
  );
}
