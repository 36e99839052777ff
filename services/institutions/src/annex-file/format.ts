export const annexFormats = ['json', 'csv', 'xlsx'] as const;
export type AnnexFormat = (typeof annexFormats)[number];

/** By the file's name; undefined for another kind of file. */
export function formatOf(name: string): AnnexFormat | undefined {
  const ending = name.toLowerCase().split('.').at(-1);
  return annexFormats.find((format) => format === ending);
}
