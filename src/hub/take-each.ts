/**
 * Takes all things out of a set and does a piece of work for each. What failed is put back for the next run, the others are
 * done all the same, and the first failure is thrown at the end: one thing that always fails must not cost the others theirs.
 */
export async function takeEach<Thing>(
  from: Set<Thing>,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const all = [...from];
  from.clear();
  const failures: unknown[] = [];
  for (const thing of all)
    await work(thing).catch((error: unknown) => {
      from.add(thing);
      failures.push(error);
    });
  if (failures.length > 0) throw failures[0];
}
