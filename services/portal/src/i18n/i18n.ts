import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { common } from './common';
import { currentLanguage, keepLanguage, type Language } from './language';
import type { Texts } from './words';

const early: Record<Language, Record<string, Texts>> = { zh: { common: common.zh }, en: { common: common.en } };

/** The texts of an area come with its pages: a page registers them when it is loaded. */
export function addTexts(namespace: string, texts: { zh: Texts; en: Texts }): void {
  // A page may have been loaded before the rest.
  if (!i18next.isInitialized) {
    early.zh[namespace] = texts.zh;
    early.en[namespace] = texts.en;
    return;
  }
  i18next.addResourceBundle('zh', namespace, texts.zh);
  i18next.addResourceBundle('en', namespace, texts.en);
}

function showLanguage(language: string): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', showLanguage);
  await i18next.use(initReactI18next).init({
    lng: currentLanguage(),
    fallbackLng: false,
    defaultNS: 'common',
    resources: early,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await i18next.changeLanguage(language);
}
