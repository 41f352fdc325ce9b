import { describe, expect, it } from 'vitest';
import { cutAgent } from '../../../../src/link/click/agent-cache.ts';
import { familyOf } from '../../../../src/link/click/agent-family.ts';
import { deviceOf } from '../../../../src/link/click/classify-request.ts';
import { Click } from '../../../../src/link/click/click.ts';
import { NEWEST, RULES } from '../../../../src/link/click/rules.ts';
import { expectBound } from '../../workspace/text-bounds.ts';

const CLICK = {
  ...{ id: '1', link: 'a', hour: 0, visitor: '', near: '', network: '', word: 'browser', referrer: '' },
  ...{ device: 'phone', own: false, country: '', qr: false },
};

describe('a click as it is stored', () => {
  it.each([
    ['id', 40],
    ['link', 40],
    ['visitor', 32],
    ['near', 32],
    ['network', 32],
    ['referrer', 255],
    ['country', 2],
  ])('has a %s of at most %i characters', (field, most) => {
    expectBound(Click, CLICK, field, most);
  });

  it('has an id, a link and an hour, and no network or country before there were', () => {
    const fits = (part: object) => Click.safeParse({ ...CLICK, ...part }).success;
    expect([fits({}), fits({ id: '' }), fits({ link: '' }), fits({ hour: -1 })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(fits({ network: undefined, country: undefined })).toBe(true);
  });
});

describe('an edition of the rules', () => {
  it('never changes once it was in use', () => {
    const words = {
      ...{ browser: 'person', app: 'person', preview: 'preview', search: 'bot', ai: 'bot', scanner: 'bot' },
      ...{
        monitor: 'bot',
        reader: 'bot',
        tool: 'bot',
        driven: 'bot',
        bot: 'bot',
        ahead: 'prefetch',
        embed: 'bot',
      },
      ...{ head: 'bot', other: 'bot', blank: 'bot', unlike: 'bot' },
    };
    const first = { version: 1, since: '2026-11', words, crowd: 20, perNetwork: Number.POSITIVE_INFINITY };
    expect(RULES).toEqual([first, { ...first, version: 2, perNetwork: 50 }]);
    expect(NEWEST).toBe(RULES.at(-1));
  });
});

describe('a user agent', () => {
  it('is read to a thousand characters', () => {
    expect(['x'.repeat(1000), 'x'.repeat(1001)].map((agent) => cutAgent(agent).length)).toEqual([1000, 1000]);
    expect(cutAgent('x'.repeat(999))).toHaveLength(999);
  });

  it('is of a system and a browser, of which it may name none', () => {
    const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
    const agents = [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Windows', chrome, 'curl/8.15.0'];
    expect(agents.map(familyOf)).toEqual(['windows chrome', 'windows', 'chrome', '']);
  });

  it('of Facebook’s app is a tablet’s from 600 dp across on', () => {
    const across = (width: number, height: number) =>
      deviceOf(`[FBAN/FB4A;FBDM/{density=2.0,width=${width},height=${height}};FBPN/com.facebook.katana;]`);
    expect([across(1200, 1920), across(1199, 1920), across(1920, 1200)]).toEqual([
      'tablet',
      'phone',
      'tablet',
    ]);
    expect(deviceOf('[FBAN/FB4A;FBDV/A1;]')).toBe('phone');
  });
});
