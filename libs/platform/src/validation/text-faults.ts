import type { Fault } from '../problems/http-problem';
import { isSoundText } from './sound-text';

const words = {
  zh: '含有不能保存的字符（NUL 或不成对的代理项）',
  en: 'holds a character that cannot be kept (NUL or a lone surrogate)',
};

/** Names that the step from plain object to class leaves out, so that no later check would see them. */
const SKIPPED = ['__proto__', 'constructor'];
const unknownField = { zh: '未知字段', en: 'unknown field' };

/**
 * Texts that PostgreSQL refuses: NUL in any text, a lone surrogate in JSON. Both can be written in a JSON escape or in a
 * URL, so every incoming value is looked through.
 */
export function textFaults(value: unknown, pointer = ''): Fault[] {
  if (typeof value === 'string') return isSoundText(value) ? [] : [{ pointer, words }];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    if (SKIPPED.includes(name)) return [{ pointer: `${pointer}/${name}`, words: unknownField }];
    const below = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [...textFaults(name, pointer), ...textFaults(item, below)];
  });
}
