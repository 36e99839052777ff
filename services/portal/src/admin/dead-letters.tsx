import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import type { MonitoringDeadLetterSummary } from '../api/generated';
import { AskReason } from '../ui/ask-reason';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Answer, Empty, Failure } from '../ui/states';
import { Tabs } from '../ui/tabs';
import { deadLetterApis, deadLetterServices, type DeadLetterService } from './dead-letter-api';

/** Messages that a service could not take: look, replay after a fix, or drop with a reason. */
export function DeadLetters() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const service = deadLetterServices.find((each) => each === search.get('service')) ?? 'service-requests';
  const query = useQuery({
    queryKey: [service, 'dead-letter'],
    queryFn: () => answer(deadLetterApis[service].list({ query: { status: 'pending', limit: 100 } })),
  });
  return (
    <Page title={t('letters.title')} lead={t('letters.lead')}>
      <Tabs
        label={t('letters.service')}
        parameter="service"
        current={service}
        tabs={deadLetterServices.map((key) => ({ key, title: t(`letters.services.${key}`) }))}
      />
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('letters.empty')}</Empty>
          ) : (
            items.map((letter) => <Letter key={letter.id} service={service} letter={letter} />)
          )
        }
      </Answer>
    </Page>
  );
}

function Letter({ service, letter }: { service: DeadLetterService; letter: MonitoringDeadLetterSummary }) {
  const { t } = useTranslation('admin');
  const { moment } = useDates();
  const api = deadLetterApis[service];
  const path = { id: letter.id };
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [service, 'dead-letter'] });
  const replay = useMutation({ mutationFn: () => answer(api.replay({ path })), onSettled });
  const drop = useMutation({ mutationFn: (reason: string) => answer(api.drop({ path, body: { reason } })), onSettled });
  const failed = [replay, drop].find(({ isError }) => isError);
  return (
    <section className="card">
      <div className="row spread">
        <strong>{letter.type ?? letter.topic}</strong>
        <span className="quiet">{moment(letter.failedAt)}</span>
      </div>
      <pre className="error-text">{letter.error}</pre>
      <p className="quiet">
        {letter.topic} · {letter.partition}/{letter.offset} · {letter.key}
      </p>
      <div className="row">
        <Button loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('letters.replay')}
        </Button>
        <AskReason
          label={t('letters.drop')}
          prompt={t('letters.dropWhy')}
          busy={drop.isPending}
          onGiven={(reason) => drop.mutate(reason)}
        />
      </div>
      {failed && <Failure error={failed.error} />}
    </section>
  );
}
