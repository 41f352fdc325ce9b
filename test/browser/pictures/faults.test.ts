import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Faults, faultsOf } from '../../pictures/measure/faults.ts';
import { wide } from '../stage.tsx';

const NONE: Faults = { overflow: [], overlap: [], cut: [], small: [] };

let page: HTMLElement;
beforeEach(async () => {
  await wide();
  page = document.createElement('main');
  page.id = 'made';
  page.style.cssText =
    'font: 16px/1.5 sans-serif; color: black; inline-size: 600px; margin: 0; padding: 0; position: absolute; inset-block-start: 0; inset-inline-start: 0';
  document.body.append(page);
});
afterEach(() => page.remove());

/** What is wrong with a page of this markup. */
function faults(markup: string): Faults {
  page.innerHTML = markup;
  return faultsOf('#made');
}

const LONG = 'Sommerfrische im Rückhaltebecken und eine lange Wanderung danach';
const BUTTON = 'style="inline-size: 90px; block-size: 36px"';

describe('the measure of a page', () => {
  it('finds nothing wrong with a page that stands as it should', () => {
    const good = `<h1>Notes</h1><p>A sentence with <a href="#a">a link</a> in it.</p>
      <button ${BUTTON}>Save</button>
      <p style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis; inline-size: 90px">${LONG}</p>
      <p style="display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; inline-size: 90px">${LONG}</p>
      <div style="overflow: auto; inline-size: 90px"><p style="inline-size: 500px">${LONG}</p></div>
      <label style="display: flex; min-block-size: 36px"><input type="checkbox"> All of them</label>`;
    expect(faults(good)).toEqual(NONE);
  });

  it.each([
    [
      'in a box that hides what is over',
      `<p style="overflow: hidden; white-space: nowrap; inline-size: 90px">${LONG}</p>`,
    ],
    [
      'below the edge of a box',
      `<p style="overflow: hidden; block-size: 30px; inline-size: 90px">${LONG}</p>`,
    ],
    [
      'where the ellipsis stands on a box around the one that has the text',
      `<div style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis; inline-size: 90px"><p>${LONG}</p></div>`,
    ],
    [
      'where the ellipsis stands on a row of parts, which draws none',
      `<p style="display: flex; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; inline-size: 90px">${LONG}</p>`,
    ],
    [
      'in a list to choose from',
      `<select style="inline-size: 90px; block-size: 36px"><option>${LONG}</option></select>`,
    ],
    ['in an empty field', `<input style="inline-size: 90px; block-size: 36px" placeholder="${LONG}">`],
  ])('finds text that is cut %s', (_, markup) => {
    const found = faults(markup);
    expect(found.cut).toHaveLength(1);
    expect({ ...found, cut: [] }).toEqual(NONE);
  });

  it.each([
    ['text on text', '<p>One</p><p style="margin-block-start: -14px">Two</p>'],
    [
      'a box to tick on text',
      `<p style="position: relative">Some text<input type="checkbox" style="position: absolute; inset: 0 auto auto 0; margin: 0; inline-size: 24px; block-size: 24px"></p>`,
    ],
    [
      'a control on a control',
      `<button ${BUTTON}>One</button><button style="inline-size: 90px; block-size: 36px; margin-inline-start: -9px">Two</button>`,
    ],
    [
      'text over a field',
      `<div style="position: relative"><input value="All" style="inline-size: 90px; block-size: 36px; padding: 0"><span style="position: absolute; inset: 0 auto auto 0">Name</span></div>`,
    ],
  ])('finds %s', (_, markup) => {
    expect(faults(markup).overlap).toHaveLength(1);
  });

  it('takes what sticks or floats apart, and what is hidden for nothing', () => {
    const markup = `<p>Some text</p><div style="position: sticky; inset-block-end: 0; margin-block-start: -20px">A bar</div>
      <p style="margin-block-start: -20px; visibility: hidden">Hidden</p>
      <div style="position: relative"><input value="All" style="padding-inline: 30px; block-size: 36px"><span style="position: absolute; inset: 6px auto auto 8px">/</span></div>`;
    expect(faults(markup).overlap).toEqual([]);
  });

  it.each([
    ['wider than the page', '<div style="inline-size: 1400px; block-size: 9px"></div>'],
    ['over the edge where a line begins', '<p style="margin-inline-start: -20px">Some text</p>'],
    [
      'out of its tile',
      `<div style="border: 1px solid; block-size: 30px; inline-size: 90px; line-height: 30px">Some more than one line of text</div>`,
    ],
    [
      'a control out of its tile',
      `<div style="border: 1px solid; inline-size: 60px"><button ${BUTTON}>Save</button></div>`,
    ],
    [
      'wider than a dialog that could be scrolled',
      '<div style="position: fixed; inset: 0; overflow: auto"><p style="inline-size: 1400px">Some text</p></div>',
    ],
    [
      'out of its entry of a list',
      '<ul style="list-style: none; padding: 0; margin: 0"><li style="block-size: 20px">Some<p>text</p></li></ul>',
    ],
  ])('finds what is %s', (_, markup) => {
    expect(faults(markup).overflow.length).toBeGreaterThan(0);
  });

  it('finds it from right to left', () => {
    document.documentElement.dir = 'rtl';
    try {
      expect(faults('<p style="margin-inline-start: -20px">Some text</p>').overflow).toHaveLength(1);
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });

  it.each([
    ['a button', '<button style="block-size: 20px; inline-size: 90px; padding: 0">Save</button>'],
    ['a link that stands alone', '<p><a href="#a" style="padding: 0">Alone</a></p>'],
    ['links that stand beside nothing but links', '<p><a href="#a" style="padding: 0">One</a> · </p>'],
    ['a box to tick without a label', '<input type="checkbox">'],
    ['what only plays a button', '<span role="button" tabindex="0" style="font-size: 12px">Go</span>'],
  ])('finds too small a target: %s', (_, markup) => {
    expect(faults(markup).small).toHaveLength(1);
  });

  it('looks into what an open shadow holds', () => {
    page.innerHTML = '<div></div>';
    const shadow = page.firstElementChild?.attachShadow({ mode: 'open' });
    if (shadow) shadow.innerHTML = '<button style="block-size: 20px">Save</button>';
    expect(faultsOf('#made').small).toHaveLength(1);
  });
});
