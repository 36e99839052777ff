import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFound } from '../app/not-found';
import { addTexts } from '../i18n/i18n';
import { Home } from './home';
import { publicTexts } from './texts';

addTexts('public', publicTexts);

const Search = lazy(async () => ({ default: (await import('./search')).Search }));
const Catalogue = lazy(async () => ({ default: (await import('./catalogue')).Catalogue }));
const ItemPage = lazy(async () => ({ default: (await import('./item-page')).ItemPage }));
const Institutions = lazy(async () => ({ default: (await import('./institutions')).Institutions }));
const InstitutionPage = lazy(async () => ({ default: (await import('./institution-page')).InstitutionPage }));
const Standards = lazy(async () => ({ default: (await import('./standards')).Standards }));

export default function PublicArea() {
  return (
    <Routes>
      <Route index element={<Home />} />
      <Route path="search" element={<Search />} />
      <Route path="catalogue" element={<Catalogue />} />
      <Route path="catalogue/:item" element={<ItemPage />} />
      <Route path="institutions" element={<Institutions />} />
      <Route path="institutions/:id" element={<InstitutionPage />} />
      <Route path="standards" element={<Standards />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
