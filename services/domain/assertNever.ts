/** Marks a place that cannot be reached when every member of a union has been handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
