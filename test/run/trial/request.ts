import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { merged, verdictsOf } from '../../../src/link/click/count-clicks.ts';
import { NEWEST } from '../../../src/link/click/rules.ts';
import { clickOf } from '../../../src/link/hub/redirect.ts';
import { Visitors } from '../../../src/link/hub/visitors.ts';
import type { Run } from './kind.ts';

const PAGE = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const BROWSER = {
  ...PAGE,
  'accept-language': 'en-US,en;q=0.9',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'cross-site',
};
const HEADERS = { plain: BROWSER, browser: BROWSER, none: PAGE, any: { accept: '*/*' } } as const;

const Input = z.looseObject({ agent: z.string(), headers: z.enum(['plain', 'browser', 'none', 'any']) });

const LIVE = {
  member: 'member',
  url: 'https://example.com/',
  pending: null,
  link: {
    id: 'abcdefghijk',
    nonce: '0'.repeat(32),
    at: 0,
    target: 'https://example.com/',
    channel: 'x',
    site: 'x',
    campaign: '',
    item: '',
    title: '',
    picture: '',
    until: 0,
    paused: false,
  },
};

/** What a followed link counts as, and with what it was followed. */
export const runRequest: Run = (one) => {
  const { agent, headers } = Input.parse(one);
  const folder = mkdtempSync(join(tmpdir(), 'musubi-trial-'));
  try {
    const visitors = new Visitors(folder, Date.now);
    const asked = { method: 'GET', headers: { ...HEADERS[headers], 'user-agent': agent } };
    const from = { source: '203.0.113.7', qr: false, quiet: false };
    const click = {
      ...clickOf({ visitors, countryOf: () => '' }, LIVE, asked, from),
      id: '1',
      hour: 490_000,
    };
    const verdict = verdictsOf(merged(new Map(), [click]), NEWEST).get(click.id);
    return { counts: verdict?.is, device: click.device };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
