/** Whether this bot may be spoken to from such an address and send its token there. */
export type IsService = (serviceUrl: string) => boolean;

const loopbackHost = /^(127\.0\.0\.1|localhost):\d+$/;
const loopbackAddress = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;

/**
 * HTTPS at one of these hosts, by full name: no suffix, because anybody can have a name under trafficmanager.net. An
 * address in upper case, with a user or with a port is none of Teams'. Loopback only if named with its port.
 */
export function servicesAt(hosts: readonly string[]): IsService {
  const begins = hosts.map((host) => `${loopbackHost.test(host) ? 'http' : 'https'}://${host}/`);
  return (serviceUrl) => begins.some((begin) => `${serviceUrl}/`.startsWith(begin));
}

/** Where authentication is off, the far end is on the same machine. */
export const onlyLoopback: IsService = (serviceUrl) => loopbackAddress.test(serviceUrl);

/** A refusal to send: the address in hand, perhaps stored long ago, is at no service of this bot. */
export class ForeignServiceError extends Error {
  override readonly name = 'ForeignServiceError';
}
