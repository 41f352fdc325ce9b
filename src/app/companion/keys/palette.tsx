import './palette.css';
import { useEffect, useId, useState } from 'preact/hooks';
import { fold } from '../../../i18n/fold.ts';
import { t } from '../../../i18n/language.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { type Command, commandsOf } from './commands.ts';
import { paletteShown } from './shown.ts';

/** Commands that contain every typed word. */
function fitting(commands: readonly Command[], typed: string): readonly Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return commands.filter(({ name, group }) => {
    const hay = fold(`${group} ${name}`);
    return words.every((word) => hay.includes(word));
  });
}

function Found({ commands, at, id, run }: FoundProps) {
  return (
    <div role="listbox" id={id} class="palette-list" aria-label={t('paletteTitle')}>
      {commands.map((command, n) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys, as a combobox does.
        <div
          key={command.id}
          id={`${id}-${n}`}
          role="option"
          tabIndex={-1}
          class="palette-row"
          aria-selected={n === at}
          ref={(row) => {
            if (n === at) row?.scrollIntoView({ block: 'nearest' });
          }}
          onClick={() => run(command)}
        >
          <span>{command.name}</span>
          <span class="caption">{command.group}</span>
        </div>
      ))}
    </div>
  );
}

interface FoundProps {
  commands: readonly Command[];
  at: number;
  id: string;
  run: (command: Command) => void;
}

function Field({ workspace, close }: { workspace: Workspace; close: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = fitting(commandsOf(workspace), typed);
  const run = (command: Command) => {
    close();
    Promise.resolve(command.run()).catch(sayFailure);
  };
  const move = (by: number) => setAt((before) => (before + by + found.length) % Math.max(1, found.length));
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const chosen = found[at];
      if (chosen) run(chosen);
    },
  };
  return (
    <>
      <input
        class="input"
        data-autofocus
        role="combobox"
        aria-label={t('paletteTitle')}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        placeholder={t('paletteHint')}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.isComposing || !Object.hasOwn(keys, event.key)) return;
          event.preventDefault();
          keys[event.key]?.();
        }}
      />
      <Found commands={found} at={at} id={id} run={run} />
      {found.length === 0 && <p role="status">{t('paletteNone')}</p>}
    </>
  );
}

/** The command palette (Ctrl or ⌘ with K). */
export function Palette({ workspace }: { workspace: Workspace }) {
  const close = () => {
    paletteShown.value = false;
  };
  useEffect(() => close, []);
  return (
    <Dialog open={paletteShown.value} onClose={close} title={t('paletteTitle')}>
      <Field workspace={workspace} close={close} />
    </Dialog>
  );
}
