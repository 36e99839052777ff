import type { Words } from '@qi/kernel';
import { readMethod } from '../scope-line/method';

interface CellMethods {
  readonly methods: readonly string[];
  readonly unread: readonly { readonly text: string; readonly words: Words }[];
}

const words = {
  none: { zh: '没有标准号', en: 'no standard is given' },
  unread: { zh: '方法标准号无法识别', en: 'the method standard cannot be read' },
};

/** Words that laboratories write where no standard exists. */
const NOTHING = /^(暂无|无|[-—/]+|none)$/i;
const TITLE = /《[^》]*》/g;

/**
 * Between two numbers stands a semicolon or a line end, or a comma or blank before letters; behind a comma without
 * letters the clauses go on: `GB 6675.2-2014 5.8,5.9;GB/T 22788-2016`.
 */
const BETWEEN = /\s*[;\n\r]+\s*|\s*[,、]\s*(?=[A-Za-z])|(?<=[\d)])\s+(?=[A-Za-z]{2,}[A-Za-z/ ]*\s?\d)/;

/** The standards of one cell, each as published; titles in 《》 are left out. */
export function methodsIn(cell: string): CellMethods {
  const text = cell.normalize('NFKC').replace(TITLE, ' ').trim();
  if (text === '') return { methods: [], unread: [] };
  if (NOTHING.test(text)) return { methods: [], unread: [{ text: cell, words: words.none }] };
  const pieces = readMethod(text) ? [text] : text.split(BETWEEN).map((piece) => piece.trim());
  const filled = [...new Set(pieces)].filter((piece) => piece !== '');
  const unread = filled.filter((piece) => !readMethod(piece)).map((piece) => ({ text: piece, words: words.unread }));
  return { methods: filled.filter((piece) => readMethod(piece)), unread };
}
