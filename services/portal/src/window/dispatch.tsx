import { providerOf, type Element } from '@qi/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { institutionsPublicInstitutionList, serviceRequestsTaskCommandsRedispatch } from '../api/generated';
import { useCaseCommand } from '../case/use-case';
import { Field } from '../ui/field';
import { Failure } from '../ui/states';

/** Route again after a fix, or send to an institution by name; the legal gates are asked in both cases. */
export function Dispatch({ taskId, element }: { taskId: string; element: Element }) {
  const { t } = useTranslation('window');
  const path = { id: taskId };
  const again = useCaseCommand(() => answer(serviceRequestsTaskCommandsRedispatch({ path, body: {} })));
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="stack">
      <div className="row">
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t('dispatch.again')}
        </Button>
        {providerOf[element] === 'institutions' && !choosing && (
          <Button onClick={() => setChoosing(true)}>{t('dispatch.byHand')}</Button>
        )}
      </div>
      {again.isError && <Failure error={again.error} />}
      {choosing && <ByHand taskId={taskId} />}
    </div>
  );
}

function ByHand({ taskId }: { taskId: string }) {
  const { t } = useTranslation('window');
  const [name, setName] = useState('');
  const [providerId, setProviderId] = useState('');
  const [reason, setReason] = useState('');
  const found = useQuery({
    queryKey: ['institutions', 'institution', 'named', name],
    queryFn: () => answer(institutionsPublicInstitutionList({ query: { name, limit: 10 } })),
    enabled: name.trim().length > 1,
  });
  const dispatch = useCaseCommand(() =>
    answer(serviceRequestsTaskCommandsRedispatch({ path: { id: taskId }, body: { providerId, reason } })),
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        dispatch.mutate();
      }}
    >
      <Field label={t('dispatch.name')}>
        {(control) => <Input {...control} value={name} onChange={({ target }) => setName(target.value)} />}
      </Field>
      {found.data?.items.map((institution) => (
        <label key={institution.id} className="pick">
          <input
            type="radio"
            name="provider"
            checked={providerId === institution.id}
            onChange={() => setProviderId(institution.id)}
          />
          <span>{institution.name}</span>
        </label>
      ))}
      {found.data?.items.length === 0 && <p className="quiet">{t('dispatch.nobody')}</p>}
      <Field label={t('dispatch.reason')} hint={t('dispatch.reasonHint')}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="primary" htmlType="submit" disabled={!providerId || !reason.trim()} loading={dispatch.isPending}>
          {t('dispatch.send')}
        </Button>
      </div>
      {dispatch.isError && <Failure error={dispatch.error} />}
    </form>
  );
}
