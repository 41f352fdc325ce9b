/** What is made once for each hub that attacks share. */
export function once<Of extends object, Value>(make: (of: Of) => Promise<Value>): (of: Of) => Promise<Value> {
  const made = new WeakMap<Of, Promise<Value>>();
  return (of) => {
    const there = made.get(of) ?? make(of);
    made.set(of, there);
    return there;
  };
}
