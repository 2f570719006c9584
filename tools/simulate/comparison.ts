const shownDifferences = 10;

/** Milliseconds as the product writes instants. */
export const instant = (at: number): string => new Date(at).toISOString();

/** Compares actual with expected values, counts, and keeps the first differences in full. */
export function createComparison() {
  let checks = 0;
  let differences = 0;
  const shown: string[] = [];

  return {
    same(where: string, actual: unknown, expected: unknown): void {
      checks += 1;
      const [is, must] = [JSON.stringify(actual), JSON.stringify(expected)];
      if (is === must) return;
      differences += 1;
      if (shown.length < shownDifferences) shown.push(`${where}\n    is       ${is}\n    must be  ${must}`);
    },
    result: () => ({ checks, differences, shown: [...shown] }),
  };
}

export type Comparison = ReturnType<typeof createComparison>;
