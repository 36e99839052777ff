import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import {
  serviceRequestsEnterpriseList,
  serviceRequestsEnterpriseRegister,
  type ServiceRequestsEnterpriseResponse,
} from '../api/generated';
import { bodyOfProfile, EnterpriseFields, noProfile } from '../enterprise/enterprise-form';
import { NeedForm } from '../firm/new-request';
import { useEnterprise } from '../firm/use-firm';
import { Field } from '../ui/field';
import { Page } from '../ui/page';
import { Answer, Failure } from '../ui/states';

/** A firm stands at the counter: who it is, then its need, told to the clerk. */
export function Counter() {
  const { t } = useTranslation('window');
  const [search, setSearch] = useSearchParams();
  const firm = search.get('firm') ?? '';
  const choose = (id: string) => setSearch(id ? { firm: id } : {});
  return (
    <Page title={t('counter.title')} lead={t('counter.lead')}>
      {firm ? <ForFirm id={firm} onOther={() => choose('')} /> : <WhichFirm choose={choose} />}
    </Page>
  );
}

function ForFirm({ id, onOther }: { id: string; onOther: () => void }) {
  const { t } = useTranslation('window');
  return (
    <Answer query={useEnterprise(id)}>
      {({ name, uscc }) => (
        <>
          <p className="card row spread">
            <span>
              <strong>{name}</strong> <span className="quiet">{uscc}</span>
            </span>
            <Button onClick={onOther}>{t('counter.other')}</Button>
          </p>
          <NeedForm enterpriseId={id} />
        </>
      )}
    </Answer>
  );
}

function WhichFirm({ choose }: { choose: (id: string) => void }) {
  const { t } = useTranslation('window');
  const [text, setText] = useState('');
  const asked = text.trim();
  const found = useQuery({
    queryKey: ['service-requests', 'enterprise', 'search', asked],
    queryFn: () => answer(serviceRequestsEnterpriseList({ query: { q: asked, limit: 10 } })),
    enabled: asked.length > 1,
  });
  return (
    <>
      <Field label={t('counter.firm')} hint={t('counter.firmHint')}>
        {(control) => (
          <Input {...control} autoFocus maxLength={100} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      {found.isError && <Failure error={found.error} />}
      {found.data && <Found firms={found.data.items} choose={choose} />}
      <Register choose={choose} />
    </>
  );
}

interface FoundProps {
  readonly firms: readonly ServiceRequestsEnterpriseResponse[];
  readonly choose: (id: string) => void;
}

function Found({ firms, choose }: FoundProps) {
  const { t } = useTranslation('window');
  if (firms.length === 0) return <p className="quiet">{t('counter.unknown')}</p>;
  return (
    <ul className="bare stack">
      {firms.map(({ id, name, uscc }) => (
        <li key={id} className="card row spread">
          <span>
            <strong>{name}</strong> <span className="quiet">{uscc}</span>
          </span>
          <Button type="primary" onClick={() => choose(id)}>
            {t('counter.choose')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A firm that is not here yet is entered from its licence; its own people may be added later. */
function Register({ choose }: { choose: (id: string) => void }) {
  const { t } = useTranslation('window');
  const [profile, setProfile] = useState(noProfile);
  const register = useMutation({
    mutationFn: () => answer(serviceRequestsEnterpriseRegister({ body: bodyOfProfile(profile) })),
    onSuccess: ({ id }) => choose(id),
  });
  return (
    <details className="card">
      <summary>{t('counter.register')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          register.mutate();
        }}
      >
        <EnterpriseFields profile={profile} onChange={setProfile} problem={register.error} />
        <div>
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            {t('counter.enter')}
          </Button>
        </div>
        {register.isError && <Failure error={register.error} />}
      </form>
    </details>
  );
}
