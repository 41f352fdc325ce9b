import axe from 'axe-core';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { NO_LABELS } from '../../../../src/share/labels/labels.ts';
import { carryAlways, savePreset } from '../../../../src/share/labels/presets.ts';
import { shares } from '../../../../src/share/tables.ts';
import { until } from '../../stage.tsx';
import {
  aPost,
  buttonNamed,
  dialog,
  host,
  main,
  note,
  one,
  opening,
  press,
  previewed,
  scene,
} from '../foreign-page.ts';

const here = scene();
const field = (name: string) => one<HTMLInputElement>(`[data-label=${name}] input`);
const unfold = () => press(one('[data-labels]'));

test('labels are folded; typed or chosen, they stand in the link, in its record and under a name for next time', async () => {
  await opening(aPost(), here.near);
  expect(dialog().querySelector('.labels')).toBeNull();
  await unfold();
  await until(() => void buttonNamed('秋の新作'));
  expect(field('source').placeholder).toBe('x');
  await press(buttonNamed('秋の新作'));
  await userEvent.fill(field('source'), 'newsletter');
  await until(() => expect(decodeURIComponent(previewed() ?? '')).toContain('utm_campaign=秋の新作'));
  expect(previewed()).toContain('utm_source=newsletter');
  await userEvent.fill(one('.label-save input'), '秋');
  await press(buttonNamed('保存'));
  await until(() => expect(note()).toContain('「秋」として保存'));
  expect(dialog().querySelector('.labelled > span')?.textContent).toBe('秋');
  const { violations } = await axe.run(host() ?? document, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await press(main());
  await until(async () => {
    const [link] = await here.workspace.rows(shares).toArray();
    expect(link).toMatchObject({ campaign: '秋の新作', labels: { source: 'newsletter' } });
  });
});

test('the preset of every share stands there, another comes by one press, and what an address does not take is said', async () => {
  const labels = { ...NO_LABELS, campaign: 'spring', source: 'letter' };
  await savePreset(here.workspace, { id: 'p1', name: 'Spring', labels });
  await savePreset(here.workspace, { id: 'p2', name: 'Shop', labels: { ...NO_LABELS, term: 'beans' } });
  await carryAlways(here.workspace, 'p1');
  const signed = 'https://files.kissa.com/a.pdf?X-Amz-Signature=ab&X-Amz-Expires=60';
  await opening(aPost({ links: ['https://kissa.com/?utm_source=own', signed] }), here.near);
  await until(() => expect(previewed()).toContain('utm_campaign=spring'));
  expect(previewed()).toContain('utm_source=own');
  expect(one('.limit').textContent).toContain('utm_source');
  expect(one('.limit').textContent).not.toContain('utm_campaign');
  await unfold();
  await press(buttonNamed('「Shop」のラベルを使う'));
  await until(() => expect(previewed()).toContain('utm_term=beans'));
  expect(previewed()).not.toContain('utm_campaign=spring');
  await userEvent.selectOptions(one('select'), signed);
  await until(() => expect(one('.limit').textContent).toContain('署名付き'));
  expect(previewed()).not.toContain('utm_');
});
