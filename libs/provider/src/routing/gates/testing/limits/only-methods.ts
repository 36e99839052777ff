import { namesIn, type Asked, type LimitRule, type LimitVerdict } from './limit-rule';

const METHOD = /^第[一二三四五六七八九十\d]+法$/;
const FIGURES = '零一二三四五六七八九';

/** `只用第二法`: of a standard with several methods only those. */
export const onlyMethods: LimitRule = {
  name: 'only-methods',
  source: 'CNAS L0867, 认可的检测能力范围 2009-02-10: 只用第一法, 只用第二法',
  read(note) {
    const listed = /^(?:只|仅|只能|仅限|限)(?:采用|使用|用|做|测)?(第.+法)$/.exec(note)?.[1];
    const methods = namesIn(listed ?? '');
    if (methods.length === 0 || !methods.every((method) => METHOD.test(method))) return undefined;
    const held = new Set(methods.map(plain));
    return { rule: 'only-methods', names: methods, judge: (asked) => judge(asked, held) };
  },
};

function judge({ clauses }: Asked, held: ReadonlySet<string>): LimitVerdict {
  const wanted = clauses.filter((clause) => METHOD.test(clause)).map(plain);
  if (wanted.length === 0) return undefined;
  return wanted.every((method) => held.has(method)) ? 'admits' : 'excludes';
}

/** `第2法` is `第二法`. */
function plain(method: string): string {
  return method.replace(/\d/g, (figure) => FIGURES[Number(figure)] ?? figure);
}
