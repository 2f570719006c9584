export { listenOnLoopback } from '../../local/ports.ts';
