import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { useSession } from '../session/session';
import { useMay } from '../session/use-may';
import { Field } from '../ui/field';
import { NumberInput } from '../ui/number-input';
import { Page } from '../ui/page';
import { Answer, Failure } from '../ui/states';
import { Absences, ClosedDates, Weekdays } from './days-off';
import { amendOperation, holderApis, type Availability, type Holder } from './holder-api';
import { useProvider } from './use-jobs';

/** How much may be offered to the provider, and the days on which nothing is. */
export function Capacity() {
  const { t } = useTranslation('desk');
  const { service } = useProvider();
  const id = useSession().acting?.organisation.id ?? '';
  const query = useQuery({
    queryKey: [service, 'holder', id],
    queryFn: () => answer(holderApis[service].get({ path: { id } })),
  });
  return (
    <Page title={t('capacity.title')} lead={t('capacity.lead')}>
      <Answer query={query}>{(holder) => <Form key={holder.version} holder={holder} />}</Answer>
    </Page>
  );
}

function Form({ holder }: { holder: Holder }) {
  const { t } = useTranslation('desk');
  const { service } = useProvider();
  const allowed = useMay()(amendOperation[service]);
  const { capacityPerWeek, closedDates, weekdays, absences } = holder;
  const [own, setOwn] = useState<Availability>({
    capacityPerWeek,
    ...(closedDates && { closedDates }),
    ...(weekdays && { weekdays }),
    ...(absences && { absences }),
  });
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      answer(
        holderApis[service].amend({
          path: { id: holder.id },
          headers: { 'If-Match': `"${holder.version}"` },
          body: own,
        }),
      ),
    onSuccess: (saved) => client.setQueryData([service, 'holder', holder.id], saved),
  });
  const set = (change: Partial<Availability>) => setOwn({ ...own, ...change });
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Field label={t('capacity.perWeek')} hint={t('capacity.perWeekHint')}>
        {(control) => (
          <NumberInput
            {...control}
            min={0}
            max={service === 'experts' ? 100 : 10_000}
            disabled={!allowed}
            value={own.capacityPerWeek}
            onChange={(capacityPerWeek) => set({ capacityPerWeek })}
          />
        )}
      </Field>
      {own.weekdays && <Weekdays weekdays={own.weekdays} onChange={(days) => set({ weekdays: days })} />}
      {own.closedDates && <ClosedDates dates={own.closedDates} onChange={(dates) => set({ closedDates: dates })} />}
      {own.absences && <Absences absences={own.absences} onChange={(away) => set({ absences: away })} />}
      {allowed && (
        <div>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('capacity.save')}
          </Button>
        </div>
      )}
      {save.isSuccess && <p role="status">{t('capacity.saved')}</p>}
      {save.isError && <Failure error={save.error} />}
    </form>
  );
}
