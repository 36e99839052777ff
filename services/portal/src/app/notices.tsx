import { useTranslation } from 'react-i18next';

export function Notices() {
  const { t } = useTranslation();
  return (
    <details className="popover">
      <summary>{t('notices.title')}</summary>
      <div className="popover-body">
        <p className="quiet">{t('notices.none')}</p>
      </div>
    </details>
  );
}
