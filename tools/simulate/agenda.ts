interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => Promise<void>;
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** What is going to happen, taken out in the order of time; at one instant in the order in which it was put in. */
export function createAgenda() {
  // A binary heap: the entry at n is before those at 2n + 1 and 2n + 2.
  const heap: Entry[] = [];
  let added = 0;

  function put(at: number, run: () => Promise<void>): void {
    const entry = { at, order: added, run };
    added += 1;
    let place = heap.length;
    for (let parent = (place - 1) >> 1; place > 0; parent = (place - 1) >> 1) {
      const above = heap[parent];
      if (!above || !isBefore(entry, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  }

  function take(): Entry | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let place = 0;
    for (let child = 1; child < heap.length; child = 2 * place + 1) {
      const [left, right] = [heap[child], heap[child + 1]];
      const earlier = left && right && isBefore(right, left) ? child + 1 : child;
      const below = heap[earlier];
      if (!below || !isBefore(below, last)) break;
      heap[place] = below;
      place = earlier;
    }
    heap[place] = last;
    return first;
  }

  return { put, take };
}

export type Agenda = ReturnType<typeof createAgenda>;
