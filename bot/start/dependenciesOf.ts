import { type Config, ConfigError } from '../config.ts';
import { endpointsOf } from '../teams/clouds.ts';
import { tokenEndpointsOf } from '../tokenSettings.ts';
import { type Dependency, WrongSettingError } from './dependency.ts';
import { keysDependency } from './keysDependency.ts';
import { tokenDependency } from './tokenDependency.ts';

/** All that production needs outside of its process: its accounts, and what the settings say of Teams' tokens. */
export function dependenciesOf(config: Config, accounts: readonly Dependency[]): readonly Dependency[] {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: appPassword } = config;
  const own = tokenEndpointsOf(config, config.MICROSOFT_APP_TENANT_ID);
  const endpoints = own ?? endpointsOf(config.CHANNEL_CLOUD, config.MICROSOFT_APP_TENANT_ID);
  const ownAddresses = own !== undefined;
  return [
    ...accounts,
    tokenDependency({ appId, appPassword, endpoints, ownAddresses }),
    keysDependency(endpoints.ToBotFromChannelOpenIdMetadataUrl, ownAddresses),
  ];
}

/** Throws a `ConfigError` that names every wrong setting, one line each. */
export function refuseWrong(wrong: readonly WrongSettingError[]): void {
  if (wrong.length === 0) return;
  const lines = wrong.map(({ setting, message }) => `  ${setting}: ${message}`);
  throw new ConfigError(`The bot cannot start. These settings are wrong:\n${lines.join('\n')}`);
}

/** The same for what cannot be opened at all. */
export function refuseAlone(error: unknown): never {
  if (error instanceof WrongSettingError) refuseWrong([error]);
  throw error;
}
