/** Whether the bot may receive from this address and send its token there. */
export type IsService = (serviceUrl: string) => boolean;

const loopbackHost = /^(127\.0\.0\.1|localhost):\d+$/;
const loopbackAddress = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;

/** Whether a host with its port is on this machine. */
export const isLoopbackHost = (host: string): boolean => loopbackHost.test(host);

/**
 * HTTPS at one of these hosts, by full name. Suffixes are not accepted, because anybody can have a name under
 * trafficmanager.net. Teams' addresses have no upper case, no user and no port. Loopback is accepted only if listed
 * with its port.
 */
export function servicesAt(hosts: readonly string[]): IsService {
  const begins = hosts.map((host) => `${isLoopbackHost(host) ? 'http' : 'https'}://${host}/`);
  return (serviceUrl) => begins.some((begin) => `${serviceUrl}/`.startsWith(begin));
}

/** Without authentication, only addresses on the same machine are accepted. */
export const onlyLoopback: IsService = (serviceUrl) => loopbackAddress.test(serviceUrl);

/** Thrown instead of sending: the address, perhaps stored long ago, is not one of Teams' services for this bot. */
export class ForeignServiceError extends Error {
  override readonly name = 'ForeignServiceError';
}
