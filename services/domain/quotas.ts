/** D22: how much one person and one company may do and keep at a time. Settings; these are generous defaults. */
export interface Quotas {
  /** Messages and presses a minute. */
  readonly inputsOfPerson: number;
  readonly inputsOfCompany: number;
  /** Open drafts; at most 200, which is a query's page. */
  readonly draftsOfPerson: number;
  readonly draftsOfCompany: number;
  /** Files that wait for their claim. */
  readonly waitingFilesOfPerson: number;
  readonly waitingFilesOfCompany: number;
}

/** A person who works fast presses every two seconds; a company has tens of such people. */
export const defaultQuotas: Quotas = {
  inputsOfPerson: 60,
  inputsOfCompany: 600,
  draftsOfPerson: 50,
  draftsOfCompany: 200,
  waitingFilesOfPerson: 20,
  waitingFilesOfCompany: 100,
};
