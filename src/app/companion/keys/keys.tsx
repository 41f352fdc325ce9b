import './keys.css';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { PAGES } from '../../page-list.ts';
import { listenForKeys } from './page-keys.ts';
import { changeShortcuts, readShortcuts, type Shortcut } from './shortcuts.ts';
import { keysShown, paletteShown } from './shown.ts';
import { stepRow } from './step.ts';

function Row({ keys, words }: { keys: readonly string[]; words: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}

function Everywhere({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3>{t('keysEverywhere')}</h3>
      <dl class="keys-list">
        {shortcuts.map(({ name, keys }) => (
          <Row
            key={name}
            keys={[keys || t('keysNone')]}
            words={t(name === 'share' ? 'commandShare' : 'commandKeep')}
          />
        ))}
      </dl>
      <Button onClick={() => void changeShortcuts().catch(sayFailure)}>{t('keysChange')}</Button>
    </section>
  );
}

function List({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <>
      <section>
        <h3>{t('keysHere')}</h3>
        <dl class="keys-list">
          {PAGES.map(({ id, key, title }) => key && <Row key={id} keys={['g', key]} words={t(title)} />)}
          <Row keys={['Ctrl K']} words={t('paletteTitle')} />
          <Row keys={['j', 'k']} words={t('keysStep')} />
          <Row keys={['/']} words={t('keysSearch')} />
          <Row keys={['Esc']} words={t('keysEscape')} />
          <Row keys={['?']} words={t('keysHelp')} />
        </dl>
      </section>
      <Everywhere shortcuts={shortcuts} />
    </>
  );
}

/** The companion's shortcuts and their list (`?`), including the browser's present ones. */
export function Keys() {
  const open = keysShown.value;
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    if (open) readShortcuts().then(setShortcuts, sayFailure);
  }, [open]);
  // A layout effect, so that a key pressed right after rendering is heard.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const help = () => {
      keysShown.value = true;
    };
    const go = (page: string) => location.assign(`#/${page}`);
    const find = () => {
      paletteShown.value = true;
    };
    listenForKeys({ help, go, step: stepRow, find }, stop.signal);
    // The browser's Back must not leave the list over another page.
    const leave = () => {
      keysShown.value = false;
      paletteShown.value = false;
    };
    window.addEventListener('hashchange', leave, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return (
    <Dialog
      open={open}
      onClose={() => {
        keysShown.value = false;
      }}
      title={t('keysTitle')}
    >
      <List shortcuts={shortcuts} />
    </Dialog>
  );
}
