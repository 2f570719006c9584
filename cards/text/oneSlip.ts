/** Whether two words differ by one slip: a letter too many, missing, wrong, or two neighbours swapped. */
export function isOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const common = Math.min(one.length, other.length) - start;
  while (end < common && one.at(-1 - end) === other.at(-1 - end)) end++;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  const swapped = left.length === 2 && left === [...right].reverse().join('');
  return one !== other && (swapped || Math.max(left.length, right.length) === 1);
}
