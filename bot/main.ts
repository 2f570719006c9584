import './compileCache.ts';
import { ConfigError, readConfig } from './config.ts';

/** `npm start`: production. Refuses to start while a setting is missing, before anything large is loaded. */
try {
  const config = readConfig(process.env);
  const { startBot } = await import('./startBot.ts');
  await startBot(config);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
}
