import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import {
  serviceRequestsTimeLimitList,
  serviceRequestsTimeLimitSet,
  type ServiceRequestsTimeLimitResponse,
} from '../api/generated';
import { useItems } from '../catalogue/use-items';
import { useWords } from '../i18n/use-words';
import { useDates } from '../ui/dates';
import { NumberInput } from '../ui/number-input';
import { Page } from '../ui/page';
import { Answer, Failure } from '../ui/states';

const key = ['service-requests', 'time-limit'];

/** How many working days each step may take: the platform's own rules, which administrators set. */
export function TimeLimits() {
  const { t } = useTranslation('admin');
  const query = useQuery({ queryKey: key, queryFn: () => answer(serviceRequestsTimeLimitList()) });
  return (
    <Page title={t('limits.title')} lead={t('limits.lead')}>
      <Answer query={query}>
        {({ items }) => (
          <div className="stack">
            {items.map((limit) => (
              <Limit key={`${limit.kind} ${limit.itemCode ?? ''} ${limit.version}`} limit={limit} />
            ))}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Limit({ limit }: { limit: ServiceRequestsTimeLimitResponse }) {
  const { t } = useTranslation('admin');
  const { date } = useDates();
  const { kind, itemCode, version } = limit;
  const [days, setDays] = useState(limit.days);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      answer(serviceRequestsTimeLimitSet({ body: { kind, days, version, ...(itemCode ? { itemCode } : {}) } })),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  const say = useWords();
  const item = useItems().data?.find(({ code }) => code === itemCode);
  const name = [t(`limits.kinds.${kind}`), item ? say(item.name) : itemCode].filter(Boolean).join(' · ');
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="row spread">
        <strong>{name}</strong>
        <span className="row">
          <NumberInput aria-label={`${name} ${t('limits.days')}`} min={1} max={250} value={days} onChange={setDays} />
          <span>{t('limits.days')}</span>
          <Button htmlType="submit" disabled={days === limit.days} loading={save.isPending}>
            {t('limits.save')}
          </Button>
        </span>
      </div>
      {version > 0 && <p className="quiet">{t('limits.changed', { date: date(limit.changedAt) })}</p>}
      {save.isError && <Failure error={save.error} />}
    </form>
  );
}
