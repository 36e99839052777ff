let jieba: Promise<{ cut(text: string, guess: boolean): string[] }> | undefined;

/** Cuts Chinese text into words. The dictionary takes 50 MB: it is read when somebody searches for the first time. */
export async function chineseWords(): Promise<(text: string) => string[]> {
  jieba ??= Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]).then(([{ Jieba }, { dict }]) =>
    Jieba.withDict(dict),
  );
  const words = await jieba;
  return (text) => words.cut(text, true);
}
