/** Texts of one area in both languages: English must have exactly the keys of Chinese, or it does not compile. */
export type Texts = { readonly [key: string]: string | Texts };
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

export function bilingual<const T extends Texts>(zh: T, en: SameKeys<T>): { zh: T; en: SameKeys<T> } {
  return { zh, en };
}
