import { loadDemo } from '../../local/demo/loadDemo.ts';
import type { DirectoryData } from '../../services/directory/import/directoryFile.ts';
import type { ChatPerson } from './chatPerson.ts';

const more = Array.from({ length: 80 }, (_, index) => ({ id: `more-${index}`, name: `More ${index}` }));
let taken = 0;

/** The demo directory with more workloads: a company claims the same only once (D5), and tests file many claims. */
export function demoWithMoreWorkloads(): DirectoryData {
  const demo = loadDemo();
  return { ...demo, catalogue: { ...demo.catalogue, workloads: [...demo.catalogue.workloads, ...more] } };
}

/** Goes on from the lines step; takes another workload where the company has claimed these already (D5). */
export async function nextWithFreeLines(
  person: ChatPerson,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  await person.pressNewest('Next', typed);
  if (!(await person.card()).text.includes('your company’s claim')) return;
  taken += 1;
  await person.pressNewest('Next', { ...typed, lines: `more-${taken % more.length}` });
}
