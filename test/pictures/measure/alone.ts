import { faultsOf } from './faults.ts';

/** The measure for a page that is not ours to build. */
declare global {
  var faultsOfPage: typeof faultsOf;
}
globalThis.faultsOfPage = faultsOf;
