import { expect, it } from 'vitest';
import { fastPlan, LANGUAGES, WINDOWS } from '../../pictures/plan.ts';
import { SCREENS } from '../../pictures/screens.ts';

const plan = fastPlan();
const widths = (of: typeof plan) => new Set(of.flatMap(({ looks }) => looks.map((one) => one.window.width)));

it('the quick plan of pictures sees every screen, as it mostly is and empty, and in the narrowest window', () => {
  for (const screen of SCREENS) {
    const visits = plan.filter((visit) => visit.screen === screen);
    const expected = screen.states.filter((state) => state === 'full' || state === 'empty');
    expect(visits.map(({ state }) => state).sort(), screen.name).toEqual([...expected].sort());
    expect(widths(visits), screen.name).toContain(WINDOWS[0].width);
  }
});

it('the quick plan of pictures sees a third of it in each language, each at every width', () => {
  for (const language of LANGUAGES) {
    const visits = plan.filter((visit) => visit.language === language);
    expect(visits.length).toBeGreaterThan(plan.length / 4);
    expect(widths(visits)).toEqual(new Set([360, 700, 900, 1280]));
  }
});
