import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n';
import { useScheme } from '../theme/looks';

export function Preferences() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { scheme, choose } = useScheme();
  const otherScheme = scheme === 'dark' ? 'light' : 'dark';
  const otherLanguage = i18n.language === 'en' ? 'zh' : 'en';
  return (
    <>
      <button type="button" className="plain" onClick={() => choose(otherScheme)}>
        {t(otherScheme === 'dark' ? 'darkMode' : 'lightMode')}
      </button>
      <button
        type="button"
        className="plain"
        lang={otherLanguage === 'en' ? 'en' : 'zh-CN'}
        // Services answer some things in words: they are asked again in the other language.
        onClick={() => void changeLanguage(otherLanguage).then(() => client.invalidateQueries())}
      >
        {t('language')}
      </button>
    </>
  );
}
