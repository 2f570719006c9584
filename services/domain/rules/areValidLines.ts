import type { ClaimDetails, SolutionArea } from '../claim.ts';
import { limits } from '../limits.ts';
import { isSameLine, type Line, lineIdOf } from '../line.ts';

/**
 * Whether these can be a claim's lines, whatever the form has let through: one to twenty (R17), each new one of the
 * claim's solution area (R26), a product with its subscription, and each product or workload once. Lines that the claim
 * has already may stay as they are.
 */
export function areValidLines(
  { lines, solutionArea }: Pick<ClaimDetails, 'lines' | 'solutionArea'>,
  standing: readonly Line[] = [],
): boolean {
  if (lines.length === 0 || lines.length > limits.lines) return false;
  const added = lines.filter((line) => !standing.some((own) => isSameLine(own, line)));
  const named = (id: string) => lines.filter((line) => lineIdOf(line) === id).length;
  return added.every((line) => isOf(solutionArea, line) && named(lineIdOf(line)) === 1);
}

function isOf(area: SolutionArea, line: Line): boolean {
  if (line.kind === 'workload') return area === 'Microsoft365';
  return area === 'BusinessApplications' && line.subscriptionId !== '';
}
