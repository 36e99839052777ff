/**
 * A pure function of one value that remembers what it found. Routing meets the same few dates, names and numbers over and
 * over; when too many different ones have come by, it starts anew.
 */
export function remember<K, V>(find: (key: K) => V, most = 20_000): (key: K) => V {
  const known = new Map<K, { readonly value: V }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    if (known.size >= most) known.clear();
    const value = find(key);
    known.set(key, { value });
    return value;
  };
}
