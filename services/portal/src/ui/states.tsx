import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';

export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loading-line" />
      ))}
    </div>
  );
}

/** An empty place: what will appear here, and the one action that makes it appear. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

/** What happened, what was kept and what to do, for any error. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ProblemError)) return t('problem.server');
    if (error.status === 0) return t('problem.unreachable');
    if (error.status === 404) return t('problem.notFound');
    if (error.status >= 500) return t('problem.server');
    return error.message || (error.status === 403 ? t('problem.forbidden') : t('problem.title'));
  };
}

export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (
    <div className="failure" role="alert">
      <p>{textOf(error)}</p>
      {error instanceof ProblemError && error.faults.length > 0 && (
        <ul>
          {error.faults.map((fault) => (
            <li key={fault.pointer}>{fault.message}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <button type="button" className="button second" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}

interface AnswerProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** Shows a query: lines while it loads, the reason when it failed, else what was asked for. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
