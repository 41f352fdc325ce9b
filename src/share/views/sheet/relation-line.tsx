import { useId } from 'preact/hooks';
import type { Decision } from '../../relation/decide.ts';
import type { Relation } from '../../relation/relation.ts';
import { pressed } from './press-guard.ts';
import type { Session } from './session.ts';
import type { SheetKey } from './sheet-words.ts';

const BY: Record<Exclude<Decision['by'], 'ask'>, SheetKey> = {
  choice: 'sheetRelationByChoice',
  employer: 'sheetRelationByEmployer',
  none: 'sheetRelationByNone',
};

const PARTS: readonly [keyof Relation, SheetKey][] = [
  ['employer', 'sheetRelationEmployer'],
  ['earns', 'sheetRelationEarns'],
];

/** The person's relation to the post, why it was chosen, and how to change it for this author. */
export function RelationLine({ session }: { session: Session }) {
  const id = useId();
  const { say } = session;
  const { decision } = session.composer.value;
  if (decision.by === 'ask') return null;
  const { relation, by, isPaid } = decision;
  // Earning from this link alone is not remembered for the author.
  const chosen = { ...relation, earns: relation.earns && !isPaid };
  return (
    <div class="line">
      <span class="name" id={id}>
        {say('sheetRelation')}
      </span>
      <fieldset class="control relation" aria-labelledby={id} aria-describedby={`${id}-by`}>
        {PARTS.map(([part, words]) => (
          <label key={part} class="check">
            <input
              type="checkbox"
              data-relation={part}
              checked={relation[part]}
              disabled={part === 'earns' && isPaid}
              onClick={(event) => {
                // The box changes only once the choice is stored.
                event.preventDefault();
                pressed(event, () => void session.relate({ ...chosen, [part]: !chosen[part] }));
              }}
            />
            <span>{say(words)}</span>
          </label>
        ))}
        <p class="field-hint" id={`${id}-by`}>
          {say(session.isAnswered.value ? BY.choice : BY[by])}
        </p>
      </fieldset>
    </div>
  );
}
