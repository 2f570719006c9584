import type { Answers } from '../answers.ts';
import type { Draft } from '../claim.ts';
import { areaOf, choicesOf, subscriptionField } from './formRules.ts';

type Filled = Pick<Draft, 'answers' | 'aside'>;

/**
 * A draft's answers, overlaid with what was typed. If the solution area changes, the lines chosen earlier for the new
 * area come back, and those of the old area are set aside until it is chosen again (R24).
 */
export function overlayAnswers({ answers: saved, aside }: Filled, typed: Answers): Filled {
  const answers: Answers = { ...saved, ...typed, ...acceptances(saved, typed) };
  const [before, after] = [areaOf(saved), areaOf(answers)];
  if (!before || !after || before === after) return { answers, ...(aside ? { aside } : {}) };
  const { lines, arbitration, ...rest } = saved;
  return {
    answers: { ...rest, ...aside, ...typed },
    aside: { ...(lines ? { lines } : {}), ...(arbitration ? { arbitration } : {}) },
  };
}

/**
 * The slots for which the partner still accepts arbitration (D5). Left out are slots that the lines step did not ask
 * about, slots of lines that have just been removed, and slots at another customer.
 */
function acceptances(saved: Answers, typed: Answers): Pick<Answers, 'arbitration'> {
  if (saved.arbitration === undefined && typed.arbitration === undefined) return {};
  const moved = typed.customerTenantId !== undefined && typed.customerTenantId !== saved.customerTenantId;
  if (moved) return { arbitration: '' };
  if (typed.lines === undefined) return {};
  const still = slotsNamed({ ...saved, ...typed });
  const takenOut = slotsNamed(saved)
    .filter((slot) => !still.includes(slot))
    .map((slot) => `${saved.customerTenantId ?? ''}/${slot}`);
  const before = choicesOf(saved.arbitration).filter((key) => takenOut.includes(key));
  const ticked = (typed.arbitration ?? '').split(',').filter((key) => !before.includes(key.trim()));
  return { arbitration: ticked.join(',') };
}

/** The slots that the answers name. A subscription that was used without asking is not among them. */
const slotsNamed = (answers: Answers): string[] =>
  choicesOf(answers.lines).flatMap((id) => {
    const subscription = answers[subscriptionField(id)];
    return [`workload:${id}`, ...(subscription ? [`subscription:${subscription}`] : [])];
  });
