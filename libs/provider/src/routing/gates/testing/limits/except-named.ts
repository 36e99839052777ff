import { isNamed } from '../../../names';
import { namesIn, type Asked, type LimitRule, type LimitVerdict } from './limit-rule';

const CLAUSE = /^(?:第)?([A-Z]?\.?\d+(?:\.\d+)*)(?:条|款|章|节)?$/;

/** `除甲醛外`, `不测甲醛`, `5.8条除外`: all of the line but that. */
export const exceptNamed: LimitRule = {
  name: 'except-named',
  source: '资质认定能力附表“限制范围”栏: 除…外, 不测…, …除外',
  read(note) {
    const listed =
      /^除(?:了)?(.+?)(?:以外|之外|外)$/.exec(note)?.[1] ??
      /^(?:不检测|不测|不做|不含|不包括|不检)(.+)$/.exec(note)?.[1] ??
      /^(.+?)除外$/.exec(note)?.[1];
    const names = namesIn(listed ?? '');
    if (names.length === 0 || names.some((name) => /[除外不()（）]/.test(name))) return undefined;
    return { rule: 'except-named', names, judge: (asked) => judge(asked, names) };
  },
};

/**
 * What is not named is not thereby admitted: `除玩具外` excludes a tricycle too. Only clauses are named exactly, so only
 * they can be told apart.
 */
function judge({ object, parameter, clauses }: Asked, names: readonly string[]): LimitVerdict {
  const [first = '', ...others] = names;
  if (isNamed(parameter, first, others) || isNamed(object, first, others)) return 'excludes';
  const excepted = names.map((name) => CLAUSE.exec(name)?.[1]);
  if (clauses.length === 0 || excepted.includes(undefined)) return undefined;
  const touched = clauses.some((clause) => excepted.some((other) => other !== undefined && overlap(clause, other)));
  return touched ? 'excludes' : clauses.every((clause) => CLAUSE.test(clause)) ? 'admits' : undefined;
}

/** `5` holds `5.8`, and `5.8` is a part of `5`. */
function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
