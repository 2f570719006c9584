import { ServiceAwayError } from '../../services/storage/serviceFault.ts';
import { FetchFault, fetchSigningKeys } from '../teams/fetchSigningKeys.ts';
import { type Dependency, WrongSettingError } from './dependency.ts';

/** Both probes together: the metadata, then the keys that it names. */
const limitMs = 6000;

/** The two OpenID documents with the keys of those who sign what arrives. `fromSettings`: the address is no cloud's. */
export const keysDependency = (url: string, fromSettings: boolean): Dependency => ({
  name: 'keysOfTeams',
  probe: async () => {
    try {
      await fetchSigningKeys(url, limitMs);
    } catch (error) {
      throw keysFault(error, { host: new URL(url).host, fromSettings });
    }
  },
});

function keysFault(
  error: unknown,
  { host, fromSettings }: { readonly host: string; readonly fromSettings: boolean },
): WrongSettingError | ServiceAwayError {
  const { message, lasting } = error instanceof FetchFault ? error : new FetchFault('no usable answer');
  const why = `the keys of Teams at ${host}: ${message}`;
  // What a cloud's own address answers, its users cannot set; whether it can be reached, they can.
  const isWrong = lasting === 'address' || (lasting === 'answer' && fromSettings);
  if (!isWrong) return new ServiceAwayError(why);
  return new WrongSettingError(fromSettings ? 'TOKEN_KEYS_URL' : 'CHANNEL_CLOUD', why);
}
