import { useLayoutEffect, useRef } from 'preact/hooks';
import { MomentChoice } from '../../../ui/moment-choice.tsx';
import type { Session } from './session.ts';

/** Sets this share aside, with or without a reminder. */
export function LaterPanel({ session }: { session: Session }) {
  const { say, facts } = session;
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
    panel.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  const words = {
    quick: { evening: say('laterEvening'), morning: say('laterMorning'), monday: say('laterMonday') },
    none: say('laterNone'),
    own: say('laterOwn'),
    set: say('laterSet'),
    past: say('laterPast'),
    far: say('laterFar'),
  };
  return (
    <section class="later" ref={panel} aria-labelledby="musubi-later">
      <h3 id="musubi-later">{say('sheetLater')}</h3>
      <p class="caption">{say('sheetLaterHow')}</p>
      <MomentChoice
        words={words}
        language={facts.language}
        onChoose={(remind) => void session.setAside(remind)}
      />
    </section>
  );
}
