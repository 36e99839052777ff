const KEYWORD = /(?:CLAUSES?|CL|SECTIONS?|SEC|PARA|条款|§)[. ]?/g;
const GLUE = /(ANNEX|APPENDIX|TABLE|METHOD|附录|附件|方法|表|第) (?=\S)/g;
const LISTED = /[, ]+|和|及|与|AND/;
const NUMBERED =
  /^第?([A-Z]?\.?\d{1,3}(?:\.\d{1,3})*(?:\([A-Z\d]{1,2}\))*(?:[-~][A-Z]?\.?\d{1,3}(?:\.\d{1,3})*)?)[章条款节项]?$/;
const NAMED = /^(ANNEX|APPENDIX|TABLE|METHOD|附录|附件|方法|表)([A-Z\d一二三四五六七八九十]+(?:\.\d+)*)$/;
const METHOD = /^第[一二三四五六七八九十\d]+[法篇部]$/;

/**
 * Reads what laboratories put behind a number to say that only a part of it is meant: ` 5.8,5.9`, ` clause 4.7`,
 * `第一法`, ` Annex A`, `(4.3.2)`. Undefined when it is anything else.
 */
export function readClauses(text: string): readonly string[] | undefined {
  const list = /^(?:[ ,]\(?|:(?!\d)|\(|(?=第|附|方法|§))(.+?)\)?$/.exec(text)?.[1];
  if (list === undefined) return undefined;
  const pieces = list.replace(KEYWORD, '').replace(GLUE, '$1').split(LISTED);
  const clauses = pieces.filter((piece) => piece !== '').map(clause);
  return clauses.length > 0 && clauses.every((piece) => piece !== undefined) ? clauses : undefined;
}

function clause(piece: string): string | undefined {
  const numbered = NUMBERED.exec(piece)?.[1];
  if (numbered !== undefined) return numbered;
  const [, name, which] = NAMED.exec(piece) ?? [];
  if (name !== undefined && which !== undefined) return /^[A-Z]/.test(name) ? `${titled(name)} ${which}` : name + which;
  return METHOD.test(piece) ? piece : undefined;
}

function titled(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}
