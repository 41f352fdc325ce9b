import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judged, type Told } from '../../../test/run/lint.ts';

const root = new URL('../../..', import.meta.url).pathname;
const told = (more: Partial<Told> = {}): Told => ({
  _type: 'warning',
  code: 'UNSAFE_VAR_ASSIGNMENT',
  message: 'Unsafe assignment to innerHTML',
  file: 'sheet.js',
  line: 1,
  column: 4,
  ...more,
});
const lint = (...warnings: Told[]) => ({ errors: [], warnings, notices: [] });

describe('what the linter finds', () => {
  it('is distinguished by what stands at its place: Preact’s own assignment is Preact’s', () => {
    const { ours, brought } = judged(lint(told()), () => '||(e.innerHTML=f.__html),t.__k=[])');
    expect(ours).toEqual([]);
    expect(brought.map(({ known }) => known.library)).toEqual(['preact']);
  });

  it('is ours where anything else stands there, in the same file too', () => {
    expect(judged(lint(told()), () => '   a.innerHTML=b.words').ours).toHaveLength(1);
    expect(judged(lint(told({ column: 0 })), () => 'x.outerHTML=f;(e.innerHTML=f.__html)').ours).toHaveLength(
      1,
    );
    expect(
      judged(lint(told({ code: 'DANGEROUS_EVAL' })), () => '||(e.innerHTML=f.__html)').ours,
    ).toHaveLength(1);
    expect(judged(lint(told()), () => '').ours).toHaveLength(1);
  });

  it('is ours whatever it is, where it is an error or a notice', () => {
    const all = { errors: [told({ _type: 'error' })], warnings: [], notices: [told({ _type: 'notice' })] };
    expect(judged(all, () => '||(e.innerHTML=f.__html)').ours).toHaveLength(2);
  });
});

describe('our own source', () => {
  it('writes no markup as text, so that the table’s reason for Preact holds', () => {
    const files = ['src', 'entrypoints'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(folder, file)),
    );
    const wrong = files.filter((file) =>
      /dangerouslySetInnerHTML|innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML|document\.write/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});
