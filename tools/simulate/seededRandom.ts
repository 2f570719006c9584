/** Numbers that look random and are the same for the same seed. */
export function createSeededRandom(seed: number) {
  let state = seed >>> 0;

  /** From 0 up to, not including, 1: the generator called Mulberry32. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    chance: (probability: number): boolean => next() < probability,
    /** A whole number, both ends included. */
    between: (least: number, most: number): number => least + Math.floor(next() * (most - least + 1)),
    pick<T>(choices: readonly T[]): T {
      const [picked] = choices.slice(Math.floor(next() * choices.length));
      if (picked === undefined) throw new RangeError('Nothing to pick from');
      return picked;
    },
  };
}

export type SeededRandom = ReturnType<typeof createSeededRandom>;
