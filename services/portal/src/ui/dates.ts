import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const zone = 'Asia/Shanghai';

/** Dates as the reader's language writes them, in the platform's time zone. */
export function useDates() {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = i18n.language === 'en' ? 'en-GB' : 'zh-CN';
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
      return (at: string) => formatter.format(new Date(at));
    };
    return {
      day: format({ year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' }),
      date: format({ year: 'numeric', month: 'short', day: 'numeric' }),
      time: format({ hour: '2-digit', minute: '2-digit' }),
      moment: format({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }),
    };
  }, [i18n.language]);
}
