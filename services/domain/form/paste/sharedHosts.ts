/** Hosts at which Microsoft serves every customer: no customer's domain is under one. `onmicrosoft.com` is left out. */
const shared =
  /(?:^|\.)(?:microsoftonline\.(?:com|us|de)|windows\.net|windowsazure\.com|azure\.(?:com|us|cn)|office(?:365)?\.(?:com|us)|sharepoint\.com|dynamics\.com|powerapps\.com|powerbi\.com|cloud\.microsoft)$|\.microsoft\.com$/i;
/** Where addresses of such pages name the customer: at the start of some paths, after `#@`, or in a parameter. */
const places = [
  /^(?:login\.microsoftonline\.\w+|login\.windows\.net|portal\.azure\.\w+)\/([^/?#]+)/i,
  /[/#]@([^/?#]+)/,
  /[?&#](?:whr|realm|tenant|domain_?hint)=([^&#/]+)/i,
  /[?&#](?:login_?hint|username)=[^&#/]*(?:@|%40)([^&#/]+)/i,
];
/** A domain that ends in a word (so not `v2.0`) and not in a page's extension (so not `login.srf`). */
const domain = /^(?:[\p{L}\p{N}-]+\.)+(?!(?:html?|aspx|srf)$)\p{L}{2,}$/iu;

/** Whether a host is a page of Microsoft's, such as `portal.azure.com` or `contoso.sharepoint.com`. */
export const isSharedHost = (host: string): boolean => shared.test(host);

/** The customer's domains in the address of such a page, without its protocol; none when it names no customer. */
export const customersIn = (address: string): string[] =>
  places.map((place) => place.exec(address)?.[1] ?? '').filter((found) => domain.test(found));
