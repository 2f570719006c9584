/** Waits for something that happens by itself, such as an alert. */
export async function until(holds: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const latest = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
