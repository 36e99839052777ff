import type { Words } from '@qi/kernel';

/** In this order: most browsers name their ancestors too. */
const BROWSERS = ['MicroMessenger', 'Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const;
const NAMES: Readonly<Record<string, string>> = { MicroMessenger: 'WeChat', Edg: 'Edge', OPR: 'Opera' };
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a person recognises of a User-Agent header (RFC 9110 §10.1.5). */
export function browserOf(userAgent: string): Words {
  const browser = BROWSERS.find((name) => userAgent.includes(`${name}/`));
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser === undefined) return { zh: '不认识的浏览器', en: 'Unknown browser' };
  const name = NAMES[browser] ?? browser;
  return { zh: [name, system].filter(Boolean).join('，'), en: [name, system].filter(Boolean).join(' on ') };
}
