type Numbers = Int32Array | Uint32Array | Uint8Array | Float64Array;

/** The same array, or one with room for `length` and an eighth more. */
export function growing<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array;
  const grown = new (array.constructor as new (length: number) => T)(Math.ceil(length * 1.125) + 1024);
  grown.set(array as never);
  return grown;
}

/** The number at a place that is known to be there. */
export function valueAt(numbers: ArrayLike<number>, place: number): number {
  return numbers[place] ?? 0;
}
