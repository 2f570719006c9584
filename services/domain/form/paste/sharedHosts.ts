/** Hosts at which Microsoft serves every customer: no customer's domain is under one. `onmicrosoft.com` is left out. */
const shared =
  /(?:^|\.)(?:microsoftonline\.(?:com|us|de)|windows\.net|windowsazure\.com|azure\.(?:com|us|cn)|office(?:365)?\.(?:com|us)|sharepoint\.com|dynamics\.com|powerapps\.com|powerbi\.com|cloud\.microsoft)$|\.microsoft\.com$/i;
/** Where such addresses, in lower case, name the customer: at the start of some paths, or after `#@`. */
const places = [
  /^login\.microsoftonline\.\w+\/([^/?#]+)/,
  /^login\.windows\.net\/([^/?#]+)/,
  /^portal\.azure\.\w+\/([^/?#]+)/,
  /[/#]@([^/?#]+)/,
];
/** Parameters, without underscores, that name the customer's domain, and those that name a mailbox at it. */
const ofDomain = ['whr', 'realm', 'tenant', 'domainhint'];
const ofMailbox = ['loginhint', 'username'];
const parameter = /[?&#]([a-z_]+)=([^?&#/]+)/g;
/** A name that ends in a word, such as `contoso.com`, unlike `v2.0`. */
const domain = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;
/** The extension of a page, such as `login.srf`. */
const page = /\.(?:html?|aspx|srf)$/;

/** Whether a host is a page of Microsoft's, such as `portal.azure.com` or `contoso.sharepoint.com`. */
export const isSharedHost = (host: string): boolean => shared.test(host);

/** The customer's domains in the address of such a page, without its protocol; none when it names no customer. */
export function customersIn(address: string): string[] {
  const text = address.toLowerCase();
  const parameters = [...text.matchAll(parameter)].map(([, name = '', value = '']) => ({
    name: name.replaceAll('_', ''),
    value,
  }));
  const domainNamed = parameters.find(({ name }) => ofDomain.includes(name))?.value;
  const mailbox = parameters.find(
    ({ name, value }) => ofMailbox.includes(name) && /@|%40/.test(value),
  )?.value;
  return [...places.map((place) => place.exec(text)?.[1]), domainNamed, mailbox?.split(/@|%40/).at(-1)]
    .map((found) => found ?? '')
    .filter((found) => domain.test(found) && !page.test(found));
}
