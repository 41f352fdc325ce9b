import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LogOutput } from '../../../src/hub/log-output.ts';
import { eventually } from '../eventually.ts';

const words = (dropped: number) => `${dropped} dropped\n`;

describe('the output of the log', () => {
  it('has every line in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    const file = join(folder, 'log');
    const descriptor = openSync(file, 'w');
    const output = new LogOutput(descriptor, words);
    for (let n = 0; n < 2000; n += 1) output.write(`line ${n}\n`);
    await output.written();
    closeSync(descriptor);
    expect(readFileSync(file, 'utf8')).toBe(Array.from({ length: 2000 }, (_, n) => `line ${n}\n`).join(''));
    rmSync(folder, { recursive: true });
  });

  it.skipIf(!existsSync('/dev/full'))('goes on where nothing can be written', async () => {
    const descriptor = openSync('/dev/full', 'w');
    const output = new LogOutput(descriptor, words);
    output.write('one\n');
    await output.written();
    output.write('two\n');
    await output.written();
    closeSync(descriptor);
    output.write('three\n');
    await output.written();
  });

  it.skipIf(process.platform === 'win32')(
    'says how many lines were dropped once somebody reads again',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'log-'));
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
      const output = new LogOutput(descriptor, words);
      const line = `${'x'.repeat(1023)}\n`;
      for (let n = 0; n < 3000; n += 1) output.write(line);
      let text = '';
      const chunk = Buffer.alloc(1 << 20);
      await eventually(() => {
        text += chunk.toString('utf8', 0, readSync(descriptor, chunk));
        expect(text).toContain('dropped');
      });
      const [, dropped = 0] = /\n(\d+) dropped\n$/.exec(text) ?? [];
      expect(text.split(line).length - 1 + Number(dropped)).toBe(3000);
      closeSync(descriptor);
      rmSync(folder, { recursive: true });
    },
  );

  it('counts what could not be written, and what reports it', async () => {
    const texts: string[] = [];
    let isFull = true;
    const output = new LogOutput(1, words, (_, bytes, done) => {
      if (!isFull) texts.push(bytes.toString());
      queueMicrotask(() => (isFull ? done(new Error('full'), 0) : done(null, bytes.length)));
    });
    for (const line of ['one\n', 'two\n', 'three\nand its rest\n']) {
      output.write(line);
      await output.written();
    }
    isFull = false;
    output.write('four\n');
    await output.written();
    output.write('five\n');
    await output.written();
    expect(texts).toEqual(['4 dropped\nfour\n', 'five\n']);
  });
});
