/**
 * Why somebody was not let in, as the log says it. `notRecognised`: the directory does not know them. `notAllowed`: their
 * role may not do it (R97, R98). `notFound`, `fileGone`: not theirs, or not there at all (R53). `foreignPlace`: claims
 * are not spoken of there (D16). `foreignHost`: a file from, or for, a host that is not Teams'. `forged`: no card of the
 * bot says it.
 */
export type RefusedAccess =
  | 'notRecognised'
  | 'notAllowed'
  | 'notFound'
  | 'fileGone'
  | 'foreignPlace'
  | 'foreignHost'
  | 'forged';

/** Has it written in the log. */
export type ReportRefusal = (outcome: RefusedAccess) => void;
