import { SCRIPT } from './script';
import { STYLE } from './style';

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

/** Names change with the content, so browsers may keep what they have for good. */
export const ASSETS = {
  style: asset('style', 'css', 'text/css', STYLE),
  script: asset('script', 'js', 'text/javascript', SCRIPT),
};

export const findAsset = (path: string): Asset | undefined =>
  Object.values(ASSETS).find((found) => found.path === path);

function asset(name: string, ending: string, type: string, text: string): Asset {
  return { path: `/identity/assets/${name}-${checksum(text)}.${ending}`, type: `${type}; charset=utf-8`, text };
}

/** FNV-1a: tells one version from another, and no more. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (const char of text) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 0).toString(36);
}
