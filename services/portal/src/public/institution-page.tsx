import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import {
  institutionsPublicInstitutionGet,
  institutionsScopeLineListUsable,
  type InstitutionsPublicInstitutionResponse,
  type InstitutionsScopeLineResponse,
} from '../api/generated';
import { DataTable, type Column } from '../ui/data-table';
import { Page } from '../ui/page';
import { Answer, Empty } from '../ui/states';
import { SearchBox } from '../ui/search-box';

export function InstitutionPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['institutions', 'institution', id],
    queryFn: () => answer(institutionsPublicInstitutionGet({ path: { id } })),
  });
  return <Answer query={query}>{(institution) => <Shown institution={institution} />}</Answer>;
}

function Shown({ institution }: { institution: InstitutionsPublicInstitutionResponse }) {
  const { t } = useTranslation('public');
  const { id, name, kind, sites } = institution;
  return (
    <Page title={name} lead={t(`institutions.kind.${kind}`)}>
      <dl className="card facts">
        {sites.map((site) => (
          <div key={site.id} className="contents">
            <dt>{site.name || t('institutions.site')}</dt>
            <dd>{site.address}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('institutions.today')}</h2>
      <Scope institutionId={id} />
    </Page>
  );
}

/** What it may do today: lines that are valid, of standards that are in force. */
function Scope({ institutionId }: { institutionId: string }) {
  const { t } = useTranslation('public');
  const [search] = useSearchParams();
  const standard = search.get('q') || undefined;
  const query = useInfiniteQuery({
    queryKey: ['institutions', 'scope-line', institutionId, standard],
    queryFn: ({ pageParam }) =>
      answer(institutionsScopeLineListUsable({ query: { institutionId, standard, limit: 50, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  const names = ['object', 'parameter', 'standard', 'scheme', 'until'] as const;
  const value = (line: InstitutionsScopeLineResponse, name: (typeof names)[number]) =>
    name === 'until' ? (line.validTo ?? '') : name === 'standard' ? line.method : line[name];
  const columns: Column<InstitutionsScopeLineResponse>[] = names.map((name) => ({
    key: name,
    title: t(`institutions.scope.${name}`),
    text: (line) => value(line, name),
    number: name === 'until',
  }));
  return (
    <>
      <SearchBox key={standard} label={t('institutions.standard')} to={`/institutions/${institutionId}`} />
      <DataTable name="scope" query={query} columns={columns} empty={<Empty>{t('institutions.noScope')}</Empty>} />
    </>
  );
}
