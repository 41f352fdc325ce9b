import type { Workspace } from '../../workspace/open.ts';
import type { Capture } from '../capture.ts';
import { captures } from '../tables.ts';
import type { Recorded, Step } from './permission-step.ts';

/** Most steps of one capture. */
export const MAX_STEPS = 100;

/** Why a step is refused. `evidence`: a grant needs the author's words or a link to them. */
export type Refusal = 'evidence' | 'uses' | 'order' | 'ended' | 'many';

/**
 * Statuses after which each step may follow: an answer can come without a request, but only a granted
 * permission can be revoked.
 */
const AFTER: Record<Step['type'], readonly Recorded[]> = {
  asked: ['unasked', 'asked', 'granted', 'declined', 'revoked'],
  granted: ['unasked', 'asked', 'granted', 'declined', 'revoked'],
  declined: ['unasked', 'asked', 'declined', 'revoked'],
  revoked: ['granted'],
};

/** Why a step would be refused; null if it may be recorded. */
export function refusalOf(before: Pick<Capture, 'rights' | 'permission'>, step: Step): Refusal | null {
  if ((before.permission?.length ?? 0) >= MAX_STEPS) return 'many';
  if (!AFTER[step.type].includes(before.rights)) return 'order';
  if (step.type !== 'granted') return null;
  if (step.words.trim() === '' && step.link === '') return 'evidence';
  if (step.uses.length === 0 && step.terms.trim() === '') return 'uses';
  return step.until !== null && step.until < step.on ? 'ended' : null;
}

/** A capture after one more step. Asking again does not end a permission that is in force. */
export function withStep<Row extends Pick<Capture, 'rights' | 'permission'>>(before: Row, step: Step): Row {
  const rights = step.type === 'asked' && before.rights === 'granted' ? 'granted' : step.type;
  return { ...before, rights, permission: [...(before.permission ?? []), step] };
}

/**
 * Records a step. Idempotent by the step's id. Returns why it was refused, or null once it is durable; `order`
 * for an unknown capture.
 */
export function recordStep(workspace: Workspace, id: string, step: Step): Promise<Refusal | null> {
  return workspace.together([captures], async () => {
    const before = await workspace.rows(captures).get(id);
    if (!before) return 'order';
    if (before.permission?.some((one) => one.id === step.id)) return null;
    const refusal = refusalOf(before, step);
    if (refusal) return refusal;
    await workspace.put(captures, withStep(before, step));
    return null;
  });
}
