import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsDeliverableList, type ServiceRequestsDeliverableResponse } from '../api/generated';
import { deliverableAddress } from '../case/deliverable-address';
import { useWords, type Words } from '../i18n/use-words';
import { DataTable, type Column } from '../ui/data-table';
import { Page } from '../ui/page';
import { SearchBox } from '../ui/search-box';
import { Empty } from '../ui/states';

/** Reports and certificates of all requests: whoever needs one again does not know which request it came with. */
export function FirmDocuments() {
  const { t } = useTranslation('firm');
  const [search] = useSearchParams();
  const q = search.get('q') || undefined;
  const query = useInfiniteQuery({
    queryKey: ['service-requests', 'service-request', 'deliverables', q],
    queryFn: ({ pageParam }) => answer(serviceRequestsDeliverableList({ query: { limit: 50, q, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  return (
    <Page title={t('documents.title')} lead={t('documents.lead')}>
      <SearchBox key={q} label={t('documents.search')} to="/firm/documents" />
      <DataTable
        name="firm-documents"
        query={query}
        columns={useColumns()}
        empty={<Empty>{t(q === undefined ? 'documents.empty' : 'documents.notFound')}</Empty>}
      />
    </Page>
  );
}

function useColumns(): Column<ServiceRequestsDeliverableResponse>[] {
  const { t } = useTranslation('firm');
  const { t: tcase } = useTranslation('case');
  const say = useWords();
  return [
    {
      key: 'title',
      title: t('documents.columns.title'),
      text: ({ title, itemName }) => `${title} · ${say(itemName as unknown as Words)}`,
      cell: ({ id, title, element, jobId, itemName, doubt }) => (
        <div>
          <a href={deliverableAddress(element, jobId, id)}>{title}</a>{' '}
          <span className="quiet">{say(itemName as unknown as Words)}</span>
          {doubt && <div className="fault">{say(doubt as unknown as Words)}</div>}
        </div>
      ),
    },
    {
      key: 'number',
      title: t('documents.columns.number'),
      text: ({ number }) => number,
      cell: ({ number }) => (
        <div>
          <span className="code">{number}</span>{' '}
          <Link to={`/verify/${encodeURIComponent(number)}`} aria-label={`${tcase('documents.verify')} ${number}`}>
            {tcase('documents.verify')}
          </Link>
        </div>
      ),
    },
    { key: 'provider', title: t('documents.columns.provider'), text: ({ providerName }) => providerName },
    { key: 'issued', title: t('documents.columns.issued'), text: ({ issuedOn }) => issuedOn, number: true },
    {
      key: 'request',
      title: t('documents.columns.request'),
      text: ({ requestNumber }) => requestNumber,
      cell: ({ requestId, requestNumber }) => (
        <Link className="code" to={`/firm/requests/${requestId}`}>
          {requestNumber}
        </Link>
      ),
    },
  ];
}
