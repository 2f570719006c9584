/**
 * Throws why an address cannot be reached, at once; whatever is answered will do. The SDKs repeat what fails for so
 * long that the reason is lost.
 */
export async function reach(address: string, signal: AbortSignal): Promise<void> {
  const reached = await fetch(address, { redirect: 'manual', signal });
  await reached.body?.cancel();
}
