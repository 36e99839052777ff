import type { Chapter } from './handbook';

/** A line of the contents: a chapter, or a section of one. */
export interface ContentsLine {
  readonly chapter: number;
  /** Absent: the chapter itself. */
  readonly section?: number;
  /** Page of the contents, from 0. */
  readonly page: number;
  /** Points below the top of what is written on. */
  readonly y: number;
}

export const LINE_HEIGHT = 20;
const CHAPTER_GAP = 10;

/**
 * Where each line of the contents stands when `height` points of a page are written on and `first` of the first page are
 * taken: known before the pages are, since a line is one line high whatever it says.
 */
export function contentsOf(chapters: readonly Chapter[], height: number, first: number): ContentsLine[] {
  let [page, y] = [0, first];
  const next = (gap: number): { page: number; y: number } => {
    y += y > 0 ? gap : 0;
    if (y + LINE_HEIGHT > height) [page, y] = [page + 1, 0];
    const at = { page, y };
    y += LINE_HEIGHT;
    return at;
  };
  return chapters.flatMap(({ sections }, chapter) => [
    { chapter, ...next(CHAPTER_GAP) },
    ...sections.map((_, section) => ({ chapter, section, ...next(0) })),
  ]);
}
