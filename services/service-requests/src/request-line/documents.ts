import type { AskedDocument } from '../service-item/service-item';
import type { LineDocument, LineFault } from './request-line';

/** Papers that the item never asked for: a slip of the pen, or a code of another version. */
export function unaskedDocuments(
  given: readonly LineDocument[],
  asked: readonly AskedDocument[],
  pointer: string,
): LineFault[] {
  const known = asked.map(({ code }) => code);
  const list = known.join(', ') || '–';
  return given.flatMap(({ code }, at) =>
    known.includes(code)
      ? []
      : [
          {
            pointer: `${pointer}/documents/${at}/code`,
            words: {
              zh: `该事项没有要求材料“${code}”；要求的是：${list}`,
              en: `the item asks for no document "${code}"; it asks for: ${list}`,
            },
          },
        ],
  );
}

/** Papers that the item requires and the firm has not handed in, one fault each. */
export function missingDocuments(
  given: readonly LineDocument[],
  asked: readonly AskedDocument[],
  pointer: string,
): LineFault[] {
  const handedIn = new Set(given.map(({ code }) => code));
  return asked
    .filter(({ code, required }) => required && !handedIn.has(code))
    .map(({ code, name }) => ({
      pointer: `${pointer}/documents`,
      words: {
        zh: `缺少材料：${name.zh}（${code}）`,
        en: `a required document is missing: ${name.en} (${code})`,
      },
    }));
}
