import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import type { InstitutionsPolicyResponse } from '../api/generated';
import { Field } from '../ui/field';
import { Page } from '../ui/page';
import { Answer, Failure } from '../ui/states';
import { Tabs } from '../ui/tabs';
import { policyApis, policyServices, type PolicyService } from './policy-api';
import { PolicyFields } from './policy-fields';
import { PolicyOutcome } from './policy-outcome';

/** How many of the latest decisions a change is tried on. */
const TRIED = 200;

/** What weighs how much when a task is placed: changed only after its effect on past decisions was seen. */
export function Policy() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const service = policyServices.find((each) => each === search.get('service')) ?? 'institutions';
  const query = useQuery({
    queryKey: [service, 'routing-policy'],
    queryFn: () => answer(policyApis[service].get()),
  });
  return (
    <Page title={t('policy.title')} lead={t('policy.lead')}>
      <Tabs
        label={t('letters.service')}
        parameter="service"
        current={service}
        tabs={policyServices.map((key) => ({ key, title: t(`letters.services.${key}`) }))}
      />
      <Answer query={query}>
        {(policy) => <Editor key={`${service} ${policy.version}`} service={service} policy={policy} />}
      </Answer>
    </Page>
  );
}

function Editor({ service, policy }: { service: PolicyService; policy: InstitutionsPolicyResponse }) {
  const { t } = useTranslation('admin');
  const [{ version, ...proposed }, propose] = useState(policy);
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const preview = useMutation({
    mutationFn: () => answer(policyApis[service].preview({ body: { ...proposed, decisions: TRIED } })),
  });
  const save = useMutation({
    mutationFn: () =>
      answer(
        policyApis[service].put({ headers: { 'If-Match': `"${version}"` }, body: { ...proposed, reason } } as never),
      ),
    onSuccess: (saved) => client.setQueryData([service, 'routing-policy'], saved),
  });
  const change = (next: typeof policy) => {
    propose(next);
    preview.reset();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className="quiet">{t('policy.version', { version })}</p>
      <PolicyFields policy={{ version, ...proposed }} onChange={change} />
      <div>
        <Button loading={preview.isPending} onClick={() => preview.mutate()}>
          {t('policy.preview', { count: TRIED })}
        </Button>
      </div>
      {preview.data && <PolicyOutcome outcome={preview.data} />}
      {preview.isError && <Failure error={preview.error} />}
      <Field label={t('policy.reason')} hint={t('policy.reasonHint')}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={!preview.data || !reason.trim()} loading={save.isPending}>
          {t('policy.save')}
        </Button>
        {!preview.data && <span className="quiet">{t('policy.first')}</span>}
      </div>
      {save.isError && <Failure error={save.error} />}
    </form>
  );
}
