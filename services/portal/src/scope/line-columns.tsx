import { useTranslation } from 'react-i18next';
import type { Column } from '../ui/data-table';
import type { AnnexLine, ScopeService } from './scope-api';

type Line = AnnexLine & { readonly id: string };

/** A line of a test scope, or of a calibration scope. */
export function useLineColumns(service: ScopeService): Column<Line>[] {
  const { t } = useTranslation('scope');
  if (service === 'metrology')
    return [
      {
        key: 'object',
        title: t('lines.object'),
        text: ({ instrumentKinds = [], measurand = '' }) => `${instrumentKinds.join('、')} ${measurand}`,
      },
      { key: 'method', title: t('lines.method'), text: ({ method = '' }) => method },
      {
        key: 'range',
        title: t('lines.range'),
        text: ({ rangeMin, rangeMax, unit }) => `${rangeMin} – ${rangeMax} ${unit}`,
        number: true,
      },
      {
        key: 'uncertainty',
        title: t('lines.uncertainty'),
        text: ({ uncertainty, uncertaintyUnit, k }) => `${uncertainty} ${uncertaintyUnit} (k = ${k})`,
        number: true,
      },
    ];
  return [
    { key: 'object', title: t('lines.object'), text: ({ object = '' }) => object },
    { key: 'parameter', title: t('lines.parameter'), text: ({ parameter = '' }) => parameter },
    {
      key: 'method',
      title: t('lines.method'),
      text: ({ method = '', clauses = [] }) => [method, ...clauses].join(' '),
    },
    {
      key: 'change',
      title: t('lines.change'),
      text: ({ change, fields = [], limitNote }) =>
        [change && t(`changes.${change}`), fields.length > 0 && t('fields', { fields: fields.join('、') }), limitNote]
          .filter(Boolean)
          .join(' · '),
    },
  ];
}
