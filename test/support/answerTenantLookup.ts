/**
 * Loaded before production's program, which asks only Microsoft's own clouds whose a domain is: here every domain is
 * Contoso's, and nobody outside of this machine is asked.
 */
const contoso = '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c';
const cloud = 'https://login.microsoftonline.com';
const ask = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (!url.startsWith(`${cloud}/`)) return await ask(input, init);
  return Response.json({
    token_endpoint: `${cloud}/${contoso}/oauth2/v2.0/token`,
    issuer: `${cloud}/${contoso}/v2.0`,
  });
};
