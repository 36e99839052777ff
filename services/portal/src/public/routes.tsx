import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { Home } from './home';
import { publicTexts } from './texts';

addTexts('public', publicTexts);

export default function PublicArea() {
  return (
    <Routes>
      <Route index element={<Home />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
