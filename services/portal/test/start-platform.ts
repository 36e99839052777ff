import { existsSync } from 'node:fs';
import { chromiumPath, startPlatform } from './platform';

declare global {
  var stopPlatform: (() => Promise<void>) | undefined;
}

/** Once before all specs of the browser: the platform, unless QI_PORTAL_URL names one that runs already. */
export default async function start(): Promise<void> {
  if (process.env['QI_PORTAL_URL'] || !existsSync(chromiumPath)) return;
  const { url, stop } = await startPlatform();
  process.env['QI_PORTAL_URL'] = url;
  globalThis.stopPlatform = stop;
}
