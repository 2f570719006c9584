import { z } from 'zod/v4';
import { defaultQuotas, type Quotas } from '../services/domain/quotas.ts';

const atLeastOne = z.coerce.number().int().min(1).max(1_000_000);
const drafts = atLeastOne.max(200);

/** D22: how much one person and one company may do and keep at a time. */
export const quotaSettings = {
  MOST_INPUTS_OF_PERSON: atLeastOne.default(defaultQuotas.inputsOfPerson),
  MOST_INPUTS_OF_COMPANY: atLeastOne.default(defaultQuotas.inputsOfCompany),
  MOST_DRAFTS_OF_PERSON: drafts.default(defaultQuotas.draftsOfPerson),
  MOST_DRAFTS_OF_COMPANY: drafts.default(defaultQuotas.draftsOfCompany),
  MOST_WAITING_FILES_OF_PERSON: drafts.default(defaultQuotas.waitingFilesOfPerson),
  MOST_WAITING_FILES_OF_COMPANY: drafts.default(defaultQuotas.waitingFilesOfCompany),
};

/** The limits according to the settings. */
export const quotasOf = (settings: Readonly<Record<keyof typeof quotaSettings, number>>): Quotas => ({
  inputsOfPerson: settings.MOST_INPUTS_OF_PERSON,
  inputsOfCompany: settings.MOST_INPUTS_OF_COMPANY,
  draftsOfPerson: settings.MOST_DRAFTS_OF_PERSON,
  draftsOfCompany: settings.MOST_DRAFTS_OF_COMPANY,
  waitingFilesOfPerson: settings.MOST_WAITING_FILES_OF_PERSON,
  waitingFilesOfCompany: settings.MOST_WAITING_FILES_OF_COMPANY,
});
