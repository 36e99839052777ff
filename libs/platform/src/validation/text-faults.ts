import type { Fault } from '../problems/http-problem';
import { isSoundText } from './sound-text';

const words = {
  zh: '含有不能保存的字符（NUL 或不成对的代理项）',
  en: 'holds a character that cannot be kept (NUL or a lone surrogate)',
};

/**
 * Texts that PostgreSQL refuses: NUL in any text, a lone surrogate in JSON. Both can be written in a JSON escape or in a
 * URL, so every incoming value is looked through.
 */
export function textFaults(value: unknown, pointer = ''): Fault[] {
  if (typeof value === 'string') return isSoundText(value) ? [] : [{ pointer, words }];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const below = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [...textFaults(name, pointer), ...textFaults(item, below)];
  });
}
