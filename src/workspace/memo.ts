/**
 * A function of a text that remembers its newest answers, between `most` and twice as many: what many ask is worked out once.
 * The text may be anybody's, so it is a key of a Map, and it is to be cut before.
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
