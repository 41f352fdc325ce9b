import { Button } from '../../../ui/button.tsx';
import { CircleAlert, X } from '../../../ui/icon.ts';
import type { Answered } from '../../../workspace/envelope.ts';
import { saying } from './sheet-words.ts';
import { TrustedButton } from './trusted-button.tsx';

interface OpenFailedProps {
  language: string;
  answered: Extract<Answered<never>, { ok: false }>;
  again: () => void;
  close: () => void;
}

/** Shown where the sheet could not load: the reason and a retry. */
export function OpenFailed({ language, answered, again, close }: OpenFailedProps) {
  const say = saying(language);
  const gone = answered.reason === 'gone';
  return (
    <section class="panel" lang={language}>
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
      <div class="note" data-tone="warn" role="alert">
        <CircleAlert aria-hidden="true" />
        <span>{gone ? say('sheetGoneFirst') : say('sheetFailedFirst', { detail: answered.detail })}</span>
        <TrustedButton run={gone ? () => location.reload() : again}>
          {say(gone ? 'sheetReload' : 'sheetTryAgain')}
        </TrustedButton>
      </div>
    </section>
  );
}
