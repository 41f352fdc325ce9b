import { RefusedError } from '../../../../src/hub/admission/refusal.ts';

/** Why something is refused; null if it is not. */
export function reasonOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return error.reason;
    throw error;
  }
}
