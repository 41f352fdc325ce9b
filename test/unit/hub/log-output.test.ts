import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LogOutput } from '../../../src/hub/log-output.ts';

describe('the output of the log', () => {
  it('has every line in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    const file = join(folder, 'log');
    const descriptor = openSync(file, 'w');
    const output = new LogOutput(descriptor);
    for (let n = 0; n < 2000; n += 1) output.write(`line ${n}\n`);
    await output.written();
    closeSync(descriptor);
    expect(readFileSync(file, 'utf8')).toBe(Array.from({ length: 2000 }, (_, n) => `line ${n}\n`).join(''));
    rmSync(folder, { recursive: true });
  });

  it.skipIf(!existsSync('/dev/full'))('goes on where nothing can be written', async () => {
    const descriptor = openSync('/dev/full', 'w');
    const output = new LogOutput(descriptor);
    output.write('one\n');
    await output.written();
    output.write('two\n');
    await output.written();
    closeSync(descriptor);
    output.write('three\n');
    await output.written();
  });
});
