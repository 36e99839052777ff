import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import {
  serviceRequestsEnterpriseGet,
  serviceRequestsMemberList,
  type ServiceRequestsEnterpriseResponse,
} from '../api/generated';
import { useSession } from '../session/session';
import { Page } from '../ui/page';
import { Answer, Empty } from '../ui/states';
import { StatusTag } from '../ui/status-tag';

export function Profile() {
  const { t } = useTranslation('firm');
  const id = useSession().acting?.organisation.id ?? '';
  const query = useQuery({
    queryKey: ['service-requests', 'enterprise', id],
    queryFn: () => answer(serviceRequestsEnterpriseGet({ path: { id } })),
  });
  return (
    <Page title={t('profile.title')}>
      <Answer query={query}>{(enterprise) => <Facts enterprise={enterprise} />}</Answer>
      <People enterpriseId={id} />
    </Page>
  );
}

function Facts({ enterprise }: { enterprise: ServiceRequestsEnterpriseResponse }) {
  const { t } = useTranslation('firm');
  const { name, nameEn, uscc, status, industryCode, areaCode, legalRepresentative, address, contacts } = enterprise;
  return (
    <section className="card">
      <h2>{name}</h2>
      {nameEn && <p className="quiet">{nameEn}</p>}
      <dl className="facts">
        <dt>{t('profile.status')}</dt>
        <dd>
          <StatusTag status={status} />{' '}
          {status === 'registered' && <span className="quiet">{t('profile.waiting')}</span>}
        </dd>
        <dt>{t('profile.uscc')}</dt>
        <dd>{uscc}</dd>
        <dt>{t('profile.area')}</dt>
        <dd>{areaCode}</dd>
        <dt>{t('profile.industry')}</dt>
        <dd>{industryCode}</dd>
        <dt>{t('profile.legal')}</dt>
        <dd>{legalRepresentative}</dd>
        <dt>{t('profile.address')}</dt>
        <dd>{address}</dd>
        <dt>{t('profile.contacts')}</dt>
        <dd>{contacts.map((contact) => `${contact.name} ${contact.phone}`).join('、')}</dd>
      </dl>
    </section>
  );
}

const firmRoles = ['applicant', 'quality-manager', 'finance'] as const;

function People({ enterpriseId }: { enterpriseId: string }) {
  const { t } = useTranslation('firm');
  const query = useQuery({
    queryKey: ['service-requests', 'enterprise', enterpriseId, 'members'],
    queryFn: () => answer(serviceRequestsMemberList({ path: { id: enterpriseId } })),
  });
  return (
    <section className="stack">
      <h2>{t('profile.people')}</h2>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('profile.noPeople')}</Empty>
          ) : (
            <ul className="bare stack">
              {items.map(({ sub, name, roles }) => (
                <li key={sub} className="card">
                  <strong>{name}</strong>
                  <span className="quiet">
                    {firmRoles
                      .filter((role) => roles.includes(role))
                      .map((role) => t(`profile.roles.${role}`))
                      .join('、')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
