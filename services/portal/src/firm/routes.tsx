import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { Requests } from './requests';
import { firmTexts } from './texts';

addTexts('firm', firmTexts);

export default function FirmArea() {
  return (
    <Routes>
      <Route index element={<Requests />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
