const SILENT: ReadonlySet<string> = new Set(['', '无', '/', '-', '—', 'none', '暂无']);

/** Whether the limit column says nothing. */
export function isSilent(note: string | undefined): boolean {
  return note === undefined || SILENT.has(note.normalize('NFKC').trim().toLowerCase());
}
