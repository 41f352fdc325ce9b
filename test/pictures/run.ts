import { rmSync } from 'node:fs';
import { buildStage, STAGE_DIR } from './build.ts';
import { Camera } from './camera.ts';
import { ownHub } from './hub.ts';
import type { Faults } from './measure/faults.ts';
import { fastPlan, LANGUAGES, type Look, THEMES, type Visit, WINDOWS, wholePlan } from './plan.ts';
import { HUB_PAGES, SCREENS, type Screen } from './screens.ts';
import { serve } from './serve.ts';

const FOLDER = new URL('../../.output/pictures/', import.meta.url).pathname;
/** In this language each page is opened in a window of its own; in the others they follow one another in one. */
const FIRST = 'en';
const KINDS = ['overflow', 'overlap', 'cut', 'small'] as const;

/** What came of it, as it is printed. */
type Report = { pictures: number; looks: number } & Record<(typeof KINDS)[number], string[]>;

const has = (name: string) => process.argv.includes(name);
const after = (name: string) => process.argv[process.argv.indexOf(name) + 1] ?? '';

function note(report: Report, name: string, faults: Faults): void {
  report.looks += 1;
  for (const kind of KINDS) report[kind].push(...faults[kind].map((fault) => `${name}: ${fault}`));
}

function nameOf({ screen, state, language }: Visit, { window, dir }: Look): string {
  const { width, zoom } = window;
  const form = `${width * zoom}${zoom > 1 ? `-at-${zoom * 100}` : ''}${dir === 'rtl' ? '-rtl' : ''}`;
  return [screen.name, state, language, form].join('-');
}

/** Whether something stands over the page that is as light as the page was when it opened. */
const isAlight = ({ where, at }: Screen) => where === 'foreign' || at.startsWith('#/drafts/');

async function visited(camera: Camera, visit: Visit, report: Report): Promise<void> {
  const { screen, state, looks } = visit;
  const show = () =>
    camera.page.evaluate(([name, of]) => globalThis.stage.show(name, of), [screen.name, state] as const);
  await camera.print(screen.printed ?? false);
  await show();
  for (const look of looks) {
    await camera.turn(look.window, look.dir);
    // What floats by a button is placed once, where the window then is.
    if (isAlight(screen)) await show();
    const name = nameOf(visit, look);
    note(report, name, await camera.faults());
    for (const theme of look.themes) {
      await camera.light(theme);
      // It goes by the ground that it is opened on.
      if (isAlight(screen)) await show();
      await camera.draw(`${name}-${theme}`, theme);
    }
  }
}

/** Which page of the product a visit is of, where the window is opened anew for each; `all` where it stays. */
const pageOf = ({ screen, language }: Visit, isFast: boolean) =>
  language === FIRST && !isFast ? `${screen.where} ${/^#\/(\w+)/.exec(screen.at)?.[1] ?? ''}` : 'all';

async function screens(
  camera: Camera,
  visits: readonly Visit[],
  isFast: boolean,
  report: Report,
): Promise<void> {
  const { address, close } = await serve(STAGE_DIR);
  let spoken = '';
  let stood = '';
  for (const visit of visits) {
    // What a page looks like only after another one was there is found in a window that is opened anew.
    const page = pageOf(visit, isFast);
    if (page !== stood) {
      await camera.page.goto(`${address}/`);
      spoken = '';
    }
    stood = page;
    if (visit.language !== spoken) {
      spoken = visit.language;
      await camera.page.evaluate((language) => globalThis.stage.speak(language), visit.language);
    }
    await visited(camera, visit, report);
  }
  close();
}

/** The pages of the hub itself, which know no script of ours. */
async function hubPages(camera: Camera, isFast: boolean, report: Report): Promise<void> {
  const { address, close } = await ownHub();
  await camera.print(false);
  const windows = (n: number) => (isFast ? WINDOWS.slice(n, n + 1) : WINDOWS);
  for (const [n, language] of LANGUAGES.entries()) {
    await camera.speak(language);
    for (const { name, at } of HUB_PAGES) {
      await camera.page.goto(`${address}${at}`);
      for (const window of windows(n)) {
        await camera.turn(window, 'ltr');
        const named = `${name}-${language}-${window.width}`;
        note(report, named, await camera.faults());
        for (const theme of isFast ? [] : THEMES) await camera.draw(`${named}-${theme}`, theme);
      }
    }
  }
  await close();
}

async function run(): Promise<Report> {
  const isFast = has('--fast');
  const only = has('--only') ? new RegExp(after('--only')) : /./;
  const chosen = SCREENS.filter(({ name }) => only.test(name));
  if (!isFast) rmSync(FOLDER, { recursive: true, force: true });
  await buildStage();
  const camera = await Camera.open(FOLDER);
  camera.page.on('pageerror', (error) => console.error(String(error)));
  const report: Report = { pictures: 0, looks: 0, overflow: [], overlap: [], cut: [], small: [] };
  await screens(camera, isFast ? fastPlan(chosen) : wholePlan(chosen), isFast, report);
  if (only.test('hub')) await hubPages(camera, isFast, report);
  await camera.close();
  return { ...report, pictures: camera.taken };
}

const report = await run();
const isWhole = KINDS.every((kind) => report[kind].length === 0);
if (has('--json')) console.log(JSON.stringify(report));
else {
  for (const kind of KINDS) for (const line of report[kind]) console.log(`${kind}  ${line}`);
  console.log(`${report.looks} looks, ${report.pictures} pictures in ${FOLDER}`);
}
process.exit(isWhole ? 0 : 1);
