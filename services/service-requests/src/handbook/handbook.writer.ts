import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type PDFDocument from 'pdfkit';
import { contentsOf, LINE_HEIGHT } from './contents';
import type { Chapter, Fact, Handbook, Section } from './handbook';
import { unpackFont } from './woff.reader';

/** Simplified Chinese, Latin letters and figures; of it only the letters that a book uses come into its file. */
const FONT = require.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff');

const INK = '#1f1f1f';
const QUIET = '#595959';
const ACCENT = '#0f6b63';
const MARGIN = 60;
const LABEL = 96;
/** Below the heading of the contents. */
const CONTENTS_TOP = 50;
/** A heading does not stand alone at the foot of a page. */
const SECTION_ROOM = 150;
const FACT_ROOM = 36;

/** The book as PDF (A4), with bookmarks and links from its contents; the same book makes the same bytes. */
export async function writeHandbook(book: Handbook): Promise<Buffer> {
  // Loaded by the first who asks: it is a tenth of what a service loads, and every start would pay for it.
  const { default: Document } = await import('pdfkit');
  return new HandbookWriter(book, Document).write();
}

/** Page numbers by chapter: its own, and those of its sections. */
interface Start {
  readonly page: number;
  readonly sections: number[];
}

class HandbookWriter {
  private readonly doc: PDFKit.PDFDocument;

  constructor(
    private readonly book: Handbook,
    Document: typeof PDFDocument,
  ) {
    this.doc = new Document({
      ...{ size: 'A4', margin: MARGIN, bufferPages: true, displayTitle: true },
      lang: book.language === 'zh' ? 'zh-CN' : 'en',
      info: { Title: book.title, CreationDate: new Date(`${book.updatedOn || '2026-01-01'}T00:00:00+08:00`) },
    });
    this.doc.registerFont('body', unpackFont(readFileSync(FONT))).font('body');
  }

  async write(): Promise<Buffer> {
    const { doc } = this;
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    this.titlePage();
    const lines = contentsOf(this.book.chapters, this.bottom - MARGIN, CONTENTS_TOP);
    const contentsPages = (lines.at(-1)?.page ?? -1) + 1;
    for (let page = 0; page < contentsPages; page += 1) doc.addPage();
    const starts = await this.chapters();
    this.contents(lines, starts);
    this.feet();
    const ended = once(doc, 'end');
    doc.end();
    await ended;
    return Buffer.concat(parts);
  }

  private get bottom(): number {
    return this.doc.page.height - MARGIN;
  }

  private get wide(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  /** Of the page that is written on, from 1. */
  private get pageNumber(): number {
    return this.doc.bufferedPageRange().count;
  }

  private titlePage(): void {
    const { doc, book } = this;
    doc.fontSize(30).fillColor(ACCENT).text(book.title, MARGIN, 220, { width: this.wide });
    doc.moveDown(0.8).fontSize(12).fillColor(QUIET);
    for (const note of book.notes) doc.text(note, { lineGap: 6 });
  }

  private async chapters(): Promise<Start[]> {
    const starts: Start[] = [];
    for (const [index, chapter] of this.book.chapters.entries()) {
      this.doc.addPage();
      starts.push(await this.chapter(chapter, index));
    }
    return starts;
  }

  private async chapter({ title, sections }: Chapter, index: number): Promise<Start> {
    const { doc } = this;
    const start: Start = { page: this.pageNumber, sections: [] };
    const bookmark = doc.outline.addItem(title);
    this.target(nameOf(index));
    doc.fontSize(22).fillColor(ACCENT).text(title, MARGIN, doc.y, { width: this.wide });
    for (const section of sections) {
      doc.y += 18;
      if (doc.y + SECTION_ROOM > this.bottom) doc.addPage();
      bookmark.addItem(section.title);
      this.target(nameOf(index, start.sections.length));
      start.sections.push(this.pageNumber);
      this.section(section);
      // Others are answered between two sections: a long book keeps nobody waiting.
      await setImmediate();
    }
    return start;
  }

  private section({ title, facts }: Section): void {
    const { doc } = this;
    doc.fontSize(14).fillColor(INK).text(title, MARGIN, doc.y, { width: this.wide });
    doc.y += 4;
    for (const fact of facts) this.fact(fact);
  }

  private fact([label, text]: Fact): void {
    const { doc } = this;
    if (doc.y + FACT_ROOM > this.bottom) doc.addPage();
    const { y } = doc;
    doc.fontSize(10).fillColor(QUIET).text(label, MARGIN, y, { width: LABEL });
    doc.fillColor(INK).text(text, MARGIN + LABEL, y, { width: this.wide - LABEL, lineGap: 2 });
    doc.y += 3;
  }

  /** Where a link of the contents leads: the line that is about to be written. */
  private target(name: string): void {
    this.doc.addNamedDestination(name, 'XYZ', 0, this.doc.y, null);
  }

  private contents(lines: ReturnType<typeof contentsOf>, starts: readonly Start[]): void {
    const { doc, book } = this;
    if (lines.length === 0) return;
    doc.switchToPage(1);
    doc.fontSize(22).fillColor(ACCENT).text(book.contentsTitle, MARGIN, MARGIN, { width: this.wide });
    for (const { chapter, section, page, y } of lines) {
      doc.switchToPage(1 + page);
      const { text, number } = this.entry(starts[chapter], chapter, section);
      this.line(text, { number, indent: section === undefined ? 0 : 16, y: MARGIN + y });
      doc.goTo(MARGIN, MARGIN + y, this.wide, LINE_HEIGHT, nameOf(chapter, section));
    }
  }

  private entry(start: Start | undefined, chapter: number, section?: number): { text: string; number: number } {
    const of = this.book.chapters[chapter];
    const [title, page] =
      section === undefined ? [of?.title, start?.page] : [of?.sections[section]?.title, start?.sections[section]];
    return { text: title ?? '', number: page ?? 0 };
  }

  private line(text: string, { number, indent, y }: { number: number; indent: number; y: number }): void {
    const { doc } = this;
    doc.fontSize(indent > 0 ? 11 : 12).fillColor(indent > 0 ? INK : ACCENT);
    const [left, width] = [MARGIN + indent, this.wide - indent - 40];
    doc.text(text, left, y, { width, height: LINE_HEIGHT - 4, ellipsis: true });
    doc.fillColor(QUIET).text(String(number), MARGIN + this.wide - 40, y, { width: 40, align: 'right' });
  }

  private feet(): void {
    const { doc, book } = this;
    const { count } = doc.bufferedPageRange();
    for (let page = 1; page < count; page += 1) {
      doc.switchToPage(page);
      // Within the margin: text there would open another page.
      doc.page.margins.bottom = 0;
      const y = doc.page.height - MARGIN / 2 - 6;
      doc
        .fontSize(9)
        .fillColor(QUIET)
        .text(book.title, MARGIN, y, { width: this.wide - 80 });
      doc.text(`${page + 1} / ${count}`, MARGIN + this.wide - 80, y, { width: 80, align: 'right' });
    }
  }
}

const nameOf = (chapter: number, section?: number): string =>
  section === undefined ? `chapter-${chapter}` : `section-${chapter}-${section}`;
