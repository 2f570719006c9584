/** HTTPS at an allowed host, by full name or by a suffix that starts with a dot; loopback only if named with its port. */
export function isAllowed(url: URL, hosts: readonly string[]): boolean {
  if (url.protocol === 'http:')
    return hosts.includes(url.host) && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:') return false;
  return hosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
}
