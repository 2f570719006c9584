import type { Answers } from '../answers.ts';
import type { EditingClaim } from '../claim.ts';
import { areaOf, choicesOf, subscriptionField } from './formRules.ts';

type Filled = Pick<EditingClaim, 'answers' | 'aside'>;

/**
 * A draft's answers with what was typed over them. With another solution area come the lines that were chosen for it
 * before; those of the area that is left are put aside and are no answers until it is chosen again (R24).
 */
export function typedOver({ answers: saved, aside }: Filled, typed: Answers): Filled {
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
 * The slots for which the partner still goes on to arbitration (D5): none that the lines step did not ask about, none of
 * a line that has just been taken out, and none of another customer.
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

/** The slots that the answers name by themselves; a subscription that was taken without being asked for is none of them. */
const slotsNamed = (answers: Answers): string[] =>
  choicesOf(answers.lines).flatMap((id) => {
    const subscription = answers[subscriptionField(id)];
    return [`workload:${id}`, ...(subscription ? [`subscription:${subscription}`] : [])];
  });
