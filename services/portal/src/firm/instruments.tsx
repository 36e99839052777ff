import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { metrologyInstrumentList, type MetrologyInstrumentResponse } from '../api/generated';
import { DataTable, type Column } from '../ui/data-table';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import { Shape, type Tone } from '../ui/status-tag';

const tones: Readonly<Record<MetrologyInstrumentResponse['status'], Tone>> = {
  'in-use': 'done',
  due: 'yours',
  overdue: 'lost',
  'in-service': 'moving',
  stopped: 'waiting',
  scrapped: 'waiting',
};

/** The ledger of the firm's instruments. */
export function Instruments() {
  const { t } = useTranslation('firm');
  const query = useInfiniteQuery({
    queryKey: ['metrology', 'instrument', 'list'],
    queryFn: ({ pageParam }) => answer(metrologyInstrumentList({ query: { limit: 50, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  const columns: Column<MetrologyInstrumentResponse>[] = [
    { key: 'name', title: t('instruments.columns.name'), text: ({ name }) => name },
    { key: 'model', title: t('instruments.columns.model'), text: ({ model }) => model },
    { key: 'serial', title: t('instruments.columns.serial'), text: ({ serialNumber }) => serialNumber },
    {
      key: 'range',
      title: t('instruments.columns.range'),
      text: ({ rangeMin, rangeMax, unit }) => `${rangeMin} – ${rangeMax} ${unit}`,
      number: true,
    },
    { key: 'due', title: t('instruments.columns.due'), text: ({ dueOn }) => dueOn, number: true },
    {
      key: 'status',
      title: t('instruments.columns.status'),
      text: ({ status }) => t(`instruments.status.${status}`),
      cell: ({ status }) => (
        <span className={`status tone-${tones[status]}`}>
          <Shape tone={tones[status]} />
          {t(`instruments.status.${status}`)}
        </span>
      ),
    },
  ];
  return (
    <Page title={t('instruments.title')} lead={t('instruments.lead')}>
      <DataTable name="instruments" query={query} columns={columns} empty={<Empty>{t('instruments.empty')}</Empty>} />
    </Page>
  );
}
