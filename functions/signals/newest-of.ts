/** Answers as `make` does, and keeps the answers that were asked for last: `most` of them. */
export function newestOf<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const held = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = held.get(key) ?? { value: make(key) };
    held.delete(key);
    held.set(key, found);
    for (const oldest of held.keys()) {
      if (held.size <= most) break;
      held.delete(oldest);
    }
    return found.value;
  };
}
