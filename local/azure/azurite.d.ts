// azurite (pinned) brings no types; these are of the two inner modules that make its Blob service.

declare module 'azurite/dist/src/blob/BlobConfiguration.js' {
  /** Its arguments are positional; names as in azurite. */
  class BlobConfiguration {
    constructor(
      host: string,
      port: number,
      keepAliveTimeout: number | undefined,
      metadataDBPath: string,
      extentDBPath: string,
      persistencePathArray: readonly {
        readonly locationId: string;
        readonly locationPath: string;
        readonly maxConcurrency: number;
      }[],
      enableAccessLog: boolean,
      accessLogWriteStream: undefined,
      enableDebugLog: boolean,
      debugLogFilePath: undefined,
      loose: boolean,
      skipApiVersionCheck: boolean,
      cert: string | undefined,
      key: string | undefined,
      pwd: undefined,
      oauth: 'basic' | undefined,
    );
  }
  const exported: { readonly default: typeof BlobConfiguration };
  export default exported;
}

declare module 'azurite/dist/src/blob/BlobServer.js' {
  class BlobServer {
    constructor(configuration: object);
    start(): Promise<void>;
    close(): Promise<void>;
    getHttpServerAddress(): string;
  }
  const exported: { readonly default: typeof BlobServer };
  export default exported;
}

declare module 'azurite/dist/src/blob/utils/constants.js' {
  const exported: { readonly EMULATOR_ACCOUNT_NAME: string; readonly EMULATOR_ACCOUNT_KEY_STR: string };
  export default exported;
}
