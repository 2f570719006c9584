/** For programs that a test starts: on two cores, helper threads of the garbage collector cost more than they save. */
export const nodeFlags = ['--single-threaded-gc'] as const;
