export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const key = 'qi.language';

/** The reader's choice; without one, the browser's language, and Chinese for all others. */
export function currentLanguage(): Language {
  const chosen = localStorage.getItem(key);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(key, language);
}
