import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURES, failureOf, OutdatedError } from '../../../src/workspace/failure.ts';

const named = (name: string, message = '', inner?: unknown) =>
  Object.assign(new Error(message), { name, ...(inner === undefined ? {} : { inner }) });

describe('why the diary failed', () => {
  it.each([
    ['full', named('QuotaExceededError')],
    ['full', new DOMException('The quota has been exceeded.', 'QuotaExceededError')],
    ['full', named('AbortError', 'Transaction aborted', named('QuotaExceededError'))],
    ['full', named('DatabaseClosedError', '', named('AbortError', '', named('QuotaExceededError')))],
    ['full', named('UnknownError', 'NS_ERROR_FILE_NO_DEVICE_SPACE')],
    ['outdated', new OutdatedError()],
    ['outdated', named('VersionError', 'The requested version (20) is less than the existing version (30).')],
    ['outdated', named('DatabaseClosedError', '', new OutdatedError())],
    ['damaged', named('OpenFailedError', '', named('UnknownError', 'Internal error opening backing store'))],
    [
      'private',
      named(
        'InvalidStateError',
        'A mutation operation was attempted on a database that did not allow mutations.',
      ),
    ],
    ['private', named('SecurityError')],
    ['private', named('MissingAPIError', 'IndexedDB API missing')],
    ['other', named('InvalidStateError', 'The database connection is closing.')],
    ['other', named('ZodError')],
    ['other', 'the disk said no'],
    ['other', null],
  ] as const)('is %s', (failure, error) => {
    expect(failureOf(error)).toBe(failure);
  });

  it('is one of the known ones for whatever is thrown, a chain without end too', () => {
    const endless = named('AbortError');
    Object.assign(endless, { inner: endless });
    expect(failureOf(endless)).toBe('other');
    fc.assert(fc.property(fc.anything(), (thrown) => FAILURES.includes(failureOf(thrown))));
  });

  it('is found through causes as through wrapped errors', () => {
    expect(failureOf(new Error('no', { cause: named('QuotaExceededError') }))).toBe('full');
  });
});
