import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';

/** A certificate for 127.0.0.1 that this process trusts, like any authority's, until `distrust`. */
export async function makeTrustedCertificate() {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, made.cert]);
  return { key: made.private, cert: made.cert, distrust: () => setDefaultCACertificates(before) };
}
