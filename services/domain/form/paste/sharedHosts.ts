/** Hosts at which Microsoft serves every customer: no customer's domain is under one. `onmicrosoft.com` is left out. */
const shared =
  /(?:^|\.)(?:microsoftonline\.(?:com|us|de)|windows\.net|windowsazure\.com|azure\.(?:com|us|cn)|office(?:365)?\.(?:com|us)|sharepoint\.com|dynamics\.com|powerapps\.com|powerbi\.com|cloud\.microsoft)$|\.microsoft\.com$/i;
/** Where such addresses, in lower case, name the customer: at the start of some paths, after `#@`, or in a parameter. */
const places = [
  /^login\.microsoftonline\.\w+\/([^/?#]+)/,
  /^login\.windows\.net\/([^/?#]+)/,
  /^portal\.azure\.\w+\/([^/?#]+)/,
  /[/#]@([^/?#]+)/,
  /[?&#](?:whr|realm|tenant|domain_?hint)=([^&#/]+)/,
  /[?&#](?:login_?hint|username)=[^?&#/]*(?:@|%40)([^?&#/]+)/,
];
/** A name that ends in a word, such as `contoso.com`, unlike `v2.0`. */
const domain = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;
/** The extension of a page, such as `login.srf`. */
const page = /\.(?:html?|aspx|srf)$/;

/** Whether a host is a page of Microsoft's, such as `portal.azure.com` or `contoso.sharepoint.com`. */
export const isSharedHost = (host: string): boolean => shared.test(host);

/** The customer's domains in the address of such a page, without its protocol; none when it names no customer. */
export const customersIn = (address: string): string[] =>
  places
    .map((place) => place.exec(address.toLowerCase())?.[1] ?? '')
    .filter((found) => domain.test(found) && !page.test(found));
