import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../src/ui/button.tsx';
import { Dialog } from '../../../src/ui/dialog.tsx';
import { Empty } from '../../../src/ui/empty.tsx';
import { Check, SelectField, TextArea, TextField } from '../../../src/ui/field.tsx';
import { Copy, Trash2 } from '../../../src/ui/icon.ts';
import { Knot } from '../../../src/ui/knot.tsx';
import { Menu } from '../../../src/ui/menu.tsx';
import { Segmented } from '../../../src/ui/segmented.tsx';
import { TableBar } from '../../../src/ui/table-bar.tsx';
import { showToast, Toasts } from '../../../src/ui/toast.tsx';
import { accessible, clear, narrow, show, until, wide } from '../stage.tsx';

beforeEach(() => wide());
afterEach(clear);

const none = () => undefined;

describe('buttons and fields', () => {
  it('have names, hints and errors, are 36 px high, and fit a narrow window', async () => {
    const root = await show(
      <>
        <Knot />
        <Button kind="shu">Open in X</Button>
        <Button kind="loss" icon={<Trash2 aria-hidden="true" />} aria-label="Delete" />
        <TextField label="Name" hint="As colleagues know you" value="" onInput={none} />
        <TextField label="Instance" error="That is no host name" value="a b" onInput={none} />
        <TextArea label="Note" value="" onInput={none} />
        <SelectField label="Country" value="JP" options={[{ value: 'JP', label: 'Japan' }]} onChange={none} />
        <Check label="Keep a copy" checked={false} onChange={none} />
        <Segmented label="Span" value="a" options={[{ value: 'a', label: 'A' }]} onChange={none} />
        <Empty title="Nothing here">Yet.</Empty>
      </>,
    );
    const wrong = page.getByLabelText('Instance').element();
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    const error = root.ownerDocument.getElementById(wrong.getAttribute('aria-describedby') ?? '');
    expect(error?.textContent).toBe('That is no host name');
    for (const button of root.querySelectorAll('button')) {
      expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(36);
      expect(button.getBoundingClientRect().width).toBeGreaterThanOrEqual(36);
    }
    await accessible(root);
    await narrow();
  });
  it('give back what is typed and chosen', async () => {
    const given: string[] = [];
    await show(
      <>
        <TextField label="Name" value="" onInput={(value) => given.push(value)} />
        <Check label="Keep" checked={false} onChange={(value) => given.push(String(value))} />
      </>,
    );
    await userEvent.fill(page.getByLabelText('Name'), '結');
    await userEvent.click(page.getByLabelText('Keep'));
    expect(given).toEqual(['結', 'true']);
  });
});

describe('a thin bar', () => {
  it('is as long as its share, and absent at zero', async () => {
    const root = await show(<TableBar value={5} max={20} />);
    expect(root.querySelector<HTMLElement>('.bar')?.style.inlineSize).toBe('25%');
    expect((await show(<TableBar value={0} max={20} />)).querySelector('.bar')).toBeNull();
  });
});

function Asking() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ask</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Delete this?"
        footer={<Button kind="loss">Delete</Button>}
      >
        <p>It cannot be brought back.</p>
      </Dialog>
    </>
  );
}

describe('a dialog', () => {
  it('takes the focus, keeps it, and gives it back on Escape', async () => {
    await show(<Asking />);
    const ask = page.getByRole('button', { name: 'Ask' });
    await userEvent.click(ask);
    const dialog = page.getByRole('dialog', { name: 'Delete this?' });
    await until(() => expect(dialog.element().contains(document.activeElement)).toBe(true));
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}');
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await accessible(dialog.element());
    await userEvent.keyboard('{Escape}');
    await until(() => expect(document.querySelector('[role=dialog]')).toBeNull());
    await until(() => expect(document.activeElement).toBe(ask.element()));
  });
});

describe('a menu', () => {
  it('opens by key, chooses by arrow keys and gives the focus back', async () => {
    const chosen: string[] = [];
    const items = [
      { id: 'copy', label: 'Copy', icon: <Copy aria-hidden="true" /> },
      { id: 'delete', label: 'Delete', loss: true },
    ];
    const root = await show(<Menu label="More" items={items} onSelect={(id) => chosen.push(id)} />);
    root.querySelector('button')?.focus();
    await userEvent.keyboard('{Enter}');
    const menu = page.getByRole('menu');
    await until(() => expect(document.activeElement).toBe(menu.element()));
    await accessible(menu.element());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await until(() => expect(chosen).toEqual(['delete']));
    await until(() => expect(document.activeElement).toBe(root.querySelector('button')));
  });
});

describe('a message', () => {
  it('is announced, does not take the focus, and does what it offers once', async () => {
    let undone = 0;
    const root = await show(<Toasts />);
    const status = root.querySelector('[role=status]');
    showToast('Taken back', { label: 'Undo', run: () => undone++ });
    await until(() => expect(status?.textContent).toContain('Taken back'));
    expect(document.activeElement).toBe(document.body);
    await accessible(root);
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    await until(() => expect(root.querySelector('.toast')).toBeNull());
    expect(undone).toBe(1);
  });
  it('never stands with more than two others', async () => {
    const root = await show(<Toasts />);
    for (const words of ['1', '2', '3', '4']) showToast(words);
    await until(() =>
      expect([...root.querySelectorAll('.toast')].map((toast) => toast.textContent)).toEqual(['2', '3', '4']),
    );
  });
});
