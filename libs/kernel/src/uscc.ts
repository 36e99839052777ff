import { isProvince } from './area-code';
import type { AreaCode } from './area-code';
import { DomainError } from './domain-error';
import type { Words } from './domain-error';

/** Unified social credit code (统一社会信用代码), GB 32100-2015. */
export interface Uscc {
  /** All 18 characters, upper case. */
  readonly value: string;
  /** Character 1: who registered the body; `9` is market regulation. */
  readonly registrar: string;
  /** Character 2: kind of body within the registrar; `1` under `9` is an enterprise. */
  readonly kind: string;
  /** Characters 3–8: area of the registrar. */
  readonly areaCode: AreaCode;
  /** Characters 9–17: organisation code, GB 11714. */
  readonly organisationCode: string;
}

export type UsccFault = 'length' | 'charset' | 'registrar' | 'area' | 'check-digit' | 'organisation-code';

export type UsccCheck =
  | { readonly ok: true; readonly uscc: Uscc }
  | { readonly ok: false; readonly failed: UsccFault; readonly words: Words };

/** Base-31 digits: no I, O, Z, S, V. */
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const REGISTRARS = '123456789ANY';

/** GB 11714 counts letters on from 10, all of them. */
const ORGANISATION_CHARSET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_CHECKS = '0123456789X';

const WORDS: Readonly<Record<UsccFault, Words>> = {
  length: { zh: '统一社会信用代码须为 18 位', en: 'a unified social credit code has 18 characters' },
  charset: {
    zh: '统一社会信用代码含有不允许的字符（不使用 I、O、Z、S、V，第 3–8 位须为数字）',
    en: 'the code holds a character that is not allowed (no I, O, Z, S, V; digits only in places 3 to 8)',
  },
  registrar: { zh: '第 1 位不是登记管理部门代码', en: 'the first character names no registration authority' },
  area: { zh: '第 3–8 位不是行政区划代码', en: 'characters 3 to 8 are no area code' },
  'check-digit': { zh: '第 18 位校验码不正确', en: 'the check character in place 18 is wrong' },
  'organisation-code': {
    zh: '第 9–17 位组织机构代码的校验码不正确（GB 11714）',
    en: 'the check character of the organisation code in places 9 to 17 is wrong (GB 11714)',
  },
};

/** Checks a code as typed (any case, full-width, grouped by blanks) and names the first check that failed. */
export function checkUscc(raw: string): UsccCheck {
  const value = raw.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const failed = firstFault(value);
  if (failed) return { ok: false, failed, words: WORDS[failed] };
  return {
    ok: true,
    uscc: {
      value,
      registrar: value.charAt(0),
      kind: value.charAt(1),
      areaCode: value.slice(2, 8),
      organisationCode: value.slice(8, 17),
    },
  };
}

/** As `checkUscc`, but throws `uscc/<failed check>`. */
export function parseUscc(raw: string): Uscc {
  const check = checkUscc(raw);
  if (check.ok) return check.uscc;
  throw new DomainError(`uscc/${check.failed}`, 'invalid', check.words, { raw, failed: check.failed });
}

/** A well-formed code with a wrong check character is most likely mistyped, so that is said before the inner check. */
function firstFault(value: string): UsccFault | undefined {
  if (value.length !== 18) return 'length';
  if (![...value].every((char) => CHARSET.includes(char)) || !/^\d{6}$/.test(value.slice(2, 8))) return 'charset';
  if (!REGISTRARS.includes(value.charAt(0))) return 'registrar';
  if (!isArea(value.slice(2, 4))) return 'area';
  if (checkCharacter(value) !== value.charAt(17)) return 'check-digit';
  return keepsOrganisationCheck(value.slice(8, 17)) ? undefined : 'organisation-code';
}

/**
 * Bodies beginning with M come from the number blocks that registration authorities give out since 2015, where codes in
 * circulation do not all keep the GB 11714 check; refusing them would lock out registered firms. All others must keep it.
 */
function keepsOrganisationCheck(code: string): boolean {
  return code.startsWith('M') || organisationCheck(code) === code.charAt(8);
}

/** `10` stands for bodies that a ministry registered. */
function isArea(province: string): boolean {
  return province === '10' || isProvince(province);
}

function checkCharacter(value: string): string {
  return CHARSET.charAt((31 - (weighted(value, WEIGHTS, CHARSET) % 31)) % 31);
}

function organisationCheck(body: string): string {
  return ORGANISATION_CHECKS.charAt((11 - (weighted(body, ORGANISATION_WEIGHTS, ORGANISATION_CHARSET) % 11)) % 11);
}

function weighted(text: string, weights: readonly number[], charset: string): number {
  return weights.reduce((sum, weight, at) => sum + weight * charset.indexOf(text.charAt(at)), 0);
}
