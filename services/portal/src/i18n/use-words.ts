import { useTranslation } from 'react-i18next';

/** A text in both languages, as the services send it. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Picks the reader's language of a text that comes in both. */
export function useWords(): (words: Words) => string {
  const { i18n } = useTranslation();
  return (words) => (i18n.language === 'en' ? words.en : words.zh);
}
