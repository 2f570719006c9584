const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether an address is on this machine. */
export const isLoopback = ({ hostname }: URL): boolean => loopback.includes(hostname);

/** HTTPS, or this machine. */
export const isSafe = (address: URL): boolean => address.protocol === 'https:' || isLoopback(address);
