import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsEnterpriseRevise, type ServiceRequestsEnterpriseResponse } from '../api/generated';
import { bodyOfProfile, EnterpriseFields } from '../enterprise/enterprise-form';
import { useWords } from '../i18n/use-words';
import { People } from '../people/people';
import { areaName, industryName } from '../places/names';
import { useMay } from '../session/use-may';
import { Page } from '../ui/page';
import { Answer, Failure } from '../ui/states';
import { StatusTag } from '../ui/status-tag';
import { firmKey, useFirm } from './use-firm';

type Firm = ServiceRequestsEnterpriseResponse;

export function Profile() {
  const { t } = useTranslation('firm');
  const another = (
    <Link className="button second" to="/firm/register">
      {t('profile.another')}
    </Link>
  );
  return (
    <Page title={t('profile.title')} actions={another}>
      <Answer query={useFirm()}>{(firm) => <Known key={firm.version} firm={firm} />}</Answer>
      <People />
    </Page>
  );
}

/** The firm as it stands; who may correct it does so in place. */
function Known({ firm }: { firm: Firm }) {
  const { t } = useTranslation('firm');
  const [editing, setEditing] = useState(false);
  const mayRevise = useMay()('service-requests.EnterpriseController_revise');
  if (editing) return <Edit firm={firm} />;
  return (
    <section className="card">
      <div className="row spread">
        <h2>{firm.name}</h2>
        {mayRevise && <Button onClick={() => setEditing(true)}>{t('profile.edit')}</Button>}
      </div>
      {firm.nameEn && <p className="quiet">{firm.nameEn}</p>}
      <Facts firm={firm} />
    </section>
  );
}

function Facts({ firm }: { firm: Firm }) {
  const { t } = useTranslation('firm');
  const say = useWords();
  const { uscc, status, industryCode, areaCode, legalRepresentative, address, contacts } = firm;
  return (
    <dl className="facts">
      <dt>{t('profile.status')}</dt>
      <dd>
        <StatusTag status={status} /> {status === 'registered' && <span className="quiet">{t('profile.waiting')}</span>}
      </dd>
      <dt>{t('profile.uscc')}</dt>
      <dd>{uscc}</dd>
      <dt>{t('profile.area')}</dt>
      <dd>{say(areaName(areaCode))}</dd>
      <dt>{t('profile.industry')}</dt>
      <dd>{say(industryName(industryCode))}</dd>
      <dt>{t('profile.legal')}</dt>
      <dd>{legalRepresentative}</dd>
      <dt>{t('profile.address')}</dt>
      <dd>{address}</dd>
      <dt>{t('profile.contacts')}</dt>
      <dd>{contacts.map((contact) => `${contact.name} ${contact.phone}`).join('、')}</dd>
    </dl>
  );
}

function Edit({ firm }: { firm: Firm }) {
  const { t } = useTranslation('firm');
  const client = useQueryClient();
  const [profile, setProfile] = useState(firm);
  const { name, nameEn, areaCode, industryCode, legalRepresentative, contacts, address, location } = profile;
  const body = { name, nameEn, areaCode, industryCode, legalRepresentative, contacts, address, location };
  const save = useMutation({
    mutationFn: () =>
      answer(
        serviceRequestsEnterpriseRevise({
          path: { id: firm.id },
          headers: { 'If-Match': `"${firm.version}"` },
          body: bodyOfProfile(body),
        }),
      ),
    onSuccess: (saved) => client.setQueryData(firmKey(firm.id), saved),
  });
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <EnterpriseFields
        known
        profile={profile}
        onChange={(changed) => setProfile({ ...firm, ...changed })}
        problem={save.error}
      />
      <div>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('profile.save')}
        </Button>
      </div>
      {save.isError && <Failure error={save.error} />}
    </form>
  );
}
