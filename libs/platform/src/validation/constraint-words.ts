import type { Words } from '@qi/kernel';
import { getMetadataStorage } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { ownWords } from './own-words';

type Template = (...args: unknown[]) => Words;

/** Texts for class-validator's constraints, by their name; the arguments are those given to the decorator. */
const TEMPLATES: Readonly<Record<string, Template>> = {
  whitelistValidation: () => ({ zh: '未知字段', en: 'unknown field' }),
  isDefined: () => ({ zh: '必填', en: 'is required' }),
  isNotEmpty: () => ({ zh: '不能为空', en: 'must not be empty' }),
  isString: () => ({ zh: '须为文本', en: 'must be a text' }),
  isNumber: () => ({ zh: '须为数字', en: 'must be a number' }),
  isInt: () => ({ zh: '须为整数', en: 'must be a whole number' }),
  isBoolean: () => ({ zh: '须为 true 或 false', en: 'must be true or false' }),
  isArray: () => ({ zh: '须为数组', en: 'must be an array' }),
  isObject: () => ({ zh: '须为对象', en: 'must be an object' }),
  nestedValidation: () => ({ zh: '须为对象或对象数组', en: 'must be an object or an array of objects' }),
  unknownValue: () => ({ zh: '须为对象', en: 'must be an object' }),
  isEmail: () => ({ zh: '不是电子邮件地址', en: 'is not an e-mail address' }),
  isUrl: () => ({ zh: '不是网址', en: 'is not a URL' }),
  isUuid: () => ({ zh: '不是标识符（UUID）', en: 'is not an id (UUID)' }),
  isISO8601: () => ({ zh: '不是 ISO 8601 时间', en: 'is not an ISO 8601 date' }),
  isDateString: () => ({ zh: '不是 ISO 8601 时间', en: 'is not an ISO 8601 date' }),
  isPositive: () => ({ zh: '须大于 0', en: 'must be greater than 0' }),
  isLatitude: () => ({ zh: '不是纬度', en: 'is not a latitude' }),
  isLongitude: () => ({ zh: '不是经度', en: 'is not a longitude' }),
  arrayNotEmpty: () => ({ zh: '至少一项', en: 'must hold at least one item' }),
  arrayUnique: () => ({ zh: '不能有重复项', en: 'must not hold an item twice' }),
  arrayMinSize: (size) => ({ zh: `至少 ${say(size)} 项`, en: `must hold at least ${say(size)} items` }),
  arrayMaxSize: (size) => ({ zh: `最多 ${say(size)} 项`, en: `must hold at most ${say(size)} items` }),
  min: (least) => ({ zh: `不能小于 ${say(least)}`, en: `must be at least ${say(least)}` }),
  max: (most) => ({ zh: `不能大于 ${say(most)}`, en: `must be at most ${say(most)}` }),
  minLength: (length) => ({ zh: `至少 ${say(length)} 个字符`, en: `must have at least ${say(length)} characters` }),
  maxLength: (length) => ({ zh: `最多 ${say(length)} 个字符`, en: `must have at most ${say(length)} characters` }),
  isLength: (least, most) => ({
    zh: `长度须为 ${say(least)} 至 ${say(most)} 个字符`,
    en: `must have ${say(least)} to ${say(most)} characters`,
  }),
  matches: (pattern) => ({ zh: `格式不符：${say(pattern)}`, en: `does not have the form ${say(pattern)}` }),
  isIn: (values) => ({ zh: `须为以下之一：${say(values)}`, en: `must be one of ${say(values)}` }),
  isEnum: (_entity, values) => ({ zh: `须为以下之一：${say(values)}`, en: `must be one of ${say(values)}` }),
};

/** What to say about one broken constraint. Names nobody knows here keep class-validator's own text in both languages. */
export function constraintWords(error: ValidationError, constraint: string): Words {
  const args = argumentsOf(error, constraint);
  const own = ownWords(constraint, error.value, args);
  if (own) return own;
  const text = error.constraints?.[constraint] ?? constraint;
  return TEMPLATES[constraint]?.(...args) ?? { zh: text, en: text };
}

function argumentsOf(error: ValidationError, constraint: string): readonly unknown[] {
  if (!error.target) return [];
  const all = getMetadataStorage().getTargetValidationMetadatas(error.target.constructor, '', true, false);
  const found = all.find(({ propertyName, name }) => propertyName === error.property && name === constraint);
  return (found?.constraints as readonly unknown[] | undefined) ?? [];
}

function say(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}
