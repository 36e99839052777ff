import { isNamed } from '../../../names';
import { namesIn, type Asked, type LimitRule, type LimitVerdict } from './limit-rule';

/** `只测铅、镉`: of the parameters or objects of the line only those. */
export const onlyNamed: LimitRule = {
  name: 'only-named',
  source: '资质认定能力附表“限制范围”栏: 只测…, 仅测…, 只做…',
  read(note) {
    const listed = /^(?:只|仅|只能|仅能)(?:检测|测定|测|做|检)(\D.*)$/.exec(note)?.[1];
    const names = namesIn(listed ?? '');
    if (names.length === 0 || names.some((name) => /[第除外不()（）]/.test(name))) return undefined;
    return { rule: 'only-named', names, judge: (asked) => judge(asked, names) };
  },
};

/** A parameter that is not named is out only where the line stands for many; else it may be named by another word. */
function judge({ object, parameter, everyParameter }: Asked, names: readonly string[]): LimitVerdict {
  const [first = '', ...others] = names;
  if (isNamed(parameter, first, others) || isNamed(object, first, others)) return 'admits';
  const near = names.some((name) => [parameter, object].some((asked) => asked.includes(name) || name.includes(asked)));
  return everyParameter && !near ? 'excludes' : undefined;
}
