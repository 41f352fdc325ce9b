/**
 * Caches a function of a text, with between `most` and twice as many results. The text may come from anybody, so it is a key
 * of a Map; callers have to limit its length.
 */
export function memo<Value>(most: number, work: (text: string) => Value): (text: string) => Value {
  let newer = new Map<string, Value>();
  let older = newer;
  const put = (text: string, value: Value) => {
    if (newer.size >= most) [older, newer] = [newer, new Map()];
    newer.set(text, value);
    return value;
  };
  return (text) => {
    const known = newer.get(text);
    if (known !== undefined || newer.has(text)) return known as Value;
    const before = older.get(text);
    return put(text, before === undefined && !older.has(text) ? work(text) : (before as Value));
  };
}
