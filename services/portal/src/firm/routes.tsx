import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { caseTexts } from '../case/texts';
import { addTexts } from '../i18n/i18n';
import { enterpriseTexts } from '../enterprise/texts';
import { peopleTexts } from '../people/texts';
import { useSession } from '../session/session';
import { SubNavigation } from '../ui/sub-navigation';
import { Requests } from './requests';
import { firmTexts } from './texts';

addTexts('firm', firmTexts);
addTexts('case', caseTexts);
addTexts('enterprise', enterpriseTexts);
addTexts('people', peopleTexts);

const RequestPage = lazy(async () => ({ default: (await import('./request-page')).RequestPage }));
const NewRequest = lazy(async () => ({ default: (await import('./new-request')).NewRequest }));
const EditRequest = lazy(async () => ({ default: (await import('./edit-request')).EditRequest }));
const Instruments = lazy(async () => ({ default: (await import('./instruments')).Instruments }));
const FirmDocuments = lazy(async () => ({ default: (await import('./documents')).FirmDocuments }));
const Register = lazy(async () => ({ default: (await import('./register')).Register }));
const Profile = lazy(async () => ({ default: (await import('./profile')).Profile }));

export default function FirmArea() {
  const { t } = useTranslation('firm');
  // Somebody who acts for no firm yet registers one first; everything else follows from it.
  if (!useSession().acting) return <Register />;
  return (
    <>
      <SubNavigation
        label={t('requests.title')}
        links={[
          { to: '/firm', title: t('nav.requests') },
          { to: '/firm/instruments', title: t('nav.instruments') },
          { to: '/firm/documents', title: t('nav.documents') },
          { to: '/firm/profile', title: t('nav.profile') },
        ]}
      />
      <Routes>
        <Route index element={<Requests />} />
        <Route path="requests/new" element={<NewRequest />} />
        <Route path="requests/:id" element={<RequestPage />} />
        <Route path="requests/:id/edit" element={<EditRequest />} />
        <Route path="instruments" element={<Instruments />} />
        <Route path="documents" element={<FirmDocuments />} />
        <Route path="register" element={<Register />} />
        <Route path="profile" element={<Profile />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
