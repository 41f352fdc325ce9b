import '../../../src/app/companion/companion.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zh from '#words/zh-CN.json' with { type: 'json' };
import type { FiguresChoice } from '../../../src/team/figures.ts';
import type { FiguresView, InviteLook } from '../../../src/team/hub-api.ts';
import type { Team } from '../../../src/team/team.ts';
import { FiguresForm } from '../../../src/team/views/admin/figures-form.tsx';
import { FoundFigures } from '../../../src/team/views/figures/found-figures.tsx';
import { JoinFigures } from '../../../src/team/views/figures/join-figures.tsx';
import { accessible, clear, narrow, show, until, wide } from '../stage.tsx';

const words = (language: string) => (language === 'ja' ? ja : language === 'en' ? en : zh);
afterEach(async () => {
  clear();
  await wide();
});

const LOOK: InviteLook = {
  by: '',
  team: 'Kissa',
  country: 'JP',
  role: 'member',
  group: '',
  region: '',
  figures: { mode: 'guarded', few: 5, since: '2026-11' },
  next: null,
  people: 11,
};

describe('who founds a team', () => {
  it.each(['en', 'ja', 'zh-CN'])(
    'decides what is seen of its people, and reads what that means (%s)',
    async (language) => {
      const chosen: FiguresChoice[] = [];
      const said = words(language);
      const root = await show(
        <FoundFigures value={{ mode: 'guarded', few: 5 }} onChange={(one) => chosen.push(one)} />,
        language,
      );
      expect(root.querySelectorAll('input[type="radio"]')).toHaveLength(3);
      expect(root.textContent).toContain(said.figuresHidden);
      // Six are too few for any sum.
      expect(root.textContent).toContain(said.figuresSizeNone.replace('{n}', '6').replace('{least}', '7'));
      await page.getByLabelText(said.figuresSize).selectOptions('20');
      await until(() => expect(root.textContent).toContain(said.figuresSizeSome.replace('{n}', '49')));
      await page.getByLabelText(said.figuresOpen, { exact: true }).click();
      await page.getByLabelText(said.figuresGuardedThree, { exact: true }).click();
      expect(chosen).toEqual([
        { mode: 'open', few: 5 },
        { mode: 'guarded', few: 3 },
      ]);
      await accessible(root);
      await narrow();
    },
  );
});

describe('who joins a team', () => {
  it('reads what colleagues will see, for as many as they will be', async () => {
    const root = await show(<JoinFigures look={LOOK} agreed={false} onAgreed={() => undefined} />);
    expect(root.textContent).toContain(en.figuresSums.replace('{n}', '5'));
    expect(root.textContent).toContain(en.figuresSizeFew.replace('{n}', '12'));
    expect(root.querySelector('input')).toBe(null);
  });

  it('has to agree where everybody’s results are seen, now or soon', async () => {
    const answers: boolean[] = [];
    const look: InviteLook = { ...LOOK, next: { mode: 'open', few: 5, since: '2026-12' } };
    const root = await show(<JoinFigures look={look} agreed={false} onAgreed={(yes) => answers.push(yes)} />);
    expect(root.textContent).toContain(en.figuresOpenAll);
    expect(root.textContent).toContain('December');
    await page.getByLabelText(en.joinFiguresAgree).click();
    expect(answers).toEqual([true]);
    await accessible(root);
    await narrow();
  });

  it('reads of an earlier rule that it is one', async () => {
    const root = await show(
      <JoinFigures look={{ ...LOOK, figures: null }} agreed={false} onAgreed={() => undefined} />,
    );
    expect(root.textContent).toContain(en.joinFiguresEarlier);
  });
});

describe('an admin', () => {
  const team = (view: FiguresView, commands: unknown[]) =>
    ({
      ask: async () => ({ ok: true, value: view }),
      command: async (command: unknown) => {
        commands.push(command);
        return { ok: true, value: { done: true } };
      },
    }) as unknown as Team;

  it('decides again, and sees from when on that holds', async () => {
    const commands: unknown[] = [];
    const now = { mode: 'guarded', few: 3, since: '2026-10' } as const;
    const next = { mode: 'open', few: 5, since: '2026-12' } as const;
    const root = await show(<FiguresForm team={team({ now, next, people: 30, named: 'no' }, commands)} />);
    await until(() => expect(root.textContent).toContain('December'));
    await page.getByLabelText(en.figuresGuardedFive, { exact: true }).click();
    expect(root.textContent).toContain(en.figuresSizeSome.replace('{n}', '30'));
    await page.getByRole('button', { name: en.figuresSave }).click();
    await until(() =>
      expect(commands).toEqual([{ do: 'team.figures', figures: { mode: 'guarded', few: 5 } }]),
    );
    await accessible(root);
    await narrow();
  });

  it('of an existing team chooses where nothing was chosen', async () => {
    const commands: unknown[] = [];
    const view: FiguresView = { now: null, next: null, people: 8, named: 'no' };
    const root = await show(<FiguresForm team={team(view, commands)} />);
    await until(() => expect(root.textContent).toContain(en.figuresEarlierNote));
    await page.getByRole('button', { name: en.figuresSave }).click();
    await until(() =>
      expect(commands).toEqual([{ do: 'team.figures', figures: { mode: 'guarded', few: 5 } }]),
    );
  });
});
