import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import { useWords, type Words } from '../i18n/use-words';
import { AskReason } from '../ui/ask-reason';
import { DataTable } from '../ui/data-table';
import { Page } from '../ui/page';
import { Answer, Empty, Failure } from '../ui/states';
import { Tabs } from '../ui/tabs';
import { AnnexStatus } from './annex-status';
import { useLineColumns } from './line-columns';
import { annexKey, scopeApis, type Annex, type AnnexLine, type ScopeService } from './scope-api';

const READING_MS = 2_000;
const changes = ['added', 'changed', 'gone', 'kept'] as const;

interface AnnexPageProps {
  readonly service: ScopeService;
  /** Administrators decide; the holder looks. */
  readonly mayDecide?: boolean;
}

/** One annex beside the register: what it adds, changes and ends, what was not understood, and the decision. */
export function AnnexPage({ service, mayDecide = false }: AnnexPageProps) {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: [...annexKey(service), id],
    queryFn: () => answer(scopeApis[service].get({ path: { id } })),
    refetchInterval: ({ state }) => (state.data?.status === 'reading' ? READING_MS : false),
  });
  return <Answer query={query}>{(annex) => <Shown service={service} annex={annex} mayDecide={mayDecide} />}</Answer>;
}

function Shown({ service, annex, mayDecide }: { service: ScopeService; annex: Annex; mayDecide: boolean }) {
  const { t } = useTranslation('scope');
  const say = useWords();
  const { certNo, validFrom, validTo, status, added, changed, kept, gone } = annex;
  const problem = annex.problem as Words | null;
  return (
    <Page title={annex.fileName} lead={`${certNo} · ${validFrom} – ${validTo}`}>
      <div className="card">
        <div className="row spread">
          <AnnexStatus status={status} />
          <span>{t('diff', { added, changed, kept, gone })}</span>
        </div>
        {problem && <p className="tone-lost">{say(problem)}</p>}
        {annex.reason && <p className="tone-lost">{annex.reason}</p>}
        {mayDecide && status === 'proposed' && <Decide service={service} annex={annex} />}
      </div>
      <Refusals service={service} annex={annex} />
      <Lines service={service} id={annex.id} />
    </Page>
  );
}

function Decide({ service, annex }: { service: ScopeService; annex: Annex }) {
  const { t } = useTranslation('scope');
  const [seen, setSeen] = useState(false);
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: annexKey(service) });
  const path = { id: annex.id };
  const approve = useMutation({
    mutationFn: () => answer(scopeApis[service].approve({ path, body: { acceptRefusals: seen } })),
    onSettled,
  });
  const reject = useMutation({
    mutationFn: (reason: string) => answer(scopeApis[service].reject({ path, body: { reason } })),
    onSettled,
  });
  const failed = [approve, reject].find(({ isError }) => isError);
  return (
    <>
      {annex.refused > 0 && (
        <label>
          <input type="checkbox" checked={seen} onChange={({ target }) => setSeen(target.checked)} />{' '}
          {t('approveAnyway')}
        </label>
      )}
      <div className="row">
        <Button
          type="primary"
          disabled={annex.refused > 0 && !seen}
          loading={approve.isPending}
          onClick={() => approve.mutate()}
        >
          {t('approve')}
        </Button>
        <AskReason
          label={t('reject')}
          prompt={t('why')}
          busy={reject.isPending}
          onGiven={(reason) => reject.mutate(reason)}
        />
      </div>
      {failed && <Failure error={failed.error} />}
    </>
  );
}

function Refusals({ service, annex }: { service: ScopeService; annex: Annex }) {
  const { t } = useTranslation('scope');
  const say = useWords();
  const query = useQuery({
    queryKey: [...annexKey(service), annex.id, 'refusals'],
    queryFn: () => answer(scopeApis[service].refusals({ path: { id: annex.id }, query: { limit: 50 } })),
    enabled: annex.refused > 0,
  });
  if (annex.refused === 0) return null;
  return (
    <details className="card" open>
      <summary>{t('refusals.title', { count: annex.refused })}</summary>
      <Answer query={query}>
        {({ items }) => (
          <ul className="points">
            {items.map(({ line, field, value, words }) => (
              <li key={`${line} ${field}`}>
                {t('refusals.line', { line })} <code>{value}</code> {say(words as unknown as Words)}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </details>
  );
}

function Lines({ service, id }: { service: ScopeService; id: string }) {
  const { t } = useTranslation('scope');
  const [search] = useSearchParams();
  const view = changes.find((each) => each === search.get('change')) ?? 'added';
  const query = useInfiniteQuery({
    queryKey: [...annexKey(service), id, 'lines', view],
    queryFn: async ({ pageParam }) => {
      const asked = { path: { id }, query: { limit: 50, change: view, ...pageParam } };
      const { items, ...rest } = await answer(scopeApis[service].lines(asked));
      // Lines have no id: they are told by their place in the answer.
      return { items: items.map((line, index) => ({ ...(line as AnnexLine), id: `${index}` })), ...rest };
    },
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  return (
    <>
      <Tabs
        label={t('changes.label')}
        parameter="change"
        current={view}
        tabs={changes.map((key) => ({ key, title: t(`changes.${key}`) }))}
      />
      <DataTable
        name={`annex-lines-${service}`}
        query={query}
        columns={useLineColumns(service)}
        empty={<Empty>{t('noLines')}</Empty>}
      />
    </>
  );
}
