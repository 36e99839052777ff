import { inflateSync } from 'node:zlib';

/** The text of each page of a PDF that pdfkit wrote in one embedded font: what a reader would copy, a line for each piece. */
export function pagesOf(pdf: Buffer): string[] {
  const streams = streamsOf(pdf);
  const letters = lettersOf(streams.find((each) => each.includes('begincmap')) ?? '');
  return streams
    .filter((each) => each.includes(' TJ'))
    .map((content) =>
      [...content.matchAll(/\[(.*?)\] TJ/g)].map(([, pieces = '']) => decoded(pieces, letters)).join('\n'),
    );
}

function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, raw = '']) => {
    const bytes = Buffer.from(raw, 'latin1');
    try {
      return inflateSync(bytes).toString('latin1');
    } catch {
      return raw;
    }
  });
}

/** By glyph, in the order in which the font's map lists them. */
function lettersOf(map: string): string[] {
  const ranges = [...map.matchAll(/<(\w{4})> ?<\w{4}> ?\[(.*?)\]/g)];
  const letters: string[] = [];
  for (const [, first = '', entries = ''] of ranges)
    [...entries.matchAll(/<([\w ]*)>/g)].forEach(([, units = ''], index) => {
      const codes = units.split(' ').map((unit) => Number.parseInt(unit, 16));
      letters[Number.parseInt(first, 16) + index] = String.fromCharCode(...codes);
    });
  return letters;
}

function decoded(pieces: string, letters: readonly string[]): string {
  const glyphs = [...pieces.matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
  return glyphs.map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '\ufffd').join('');
}
