import 'i18next';
import type { common } from './common';
import type { publicTexts } from '../public/texts';
import type { caseTexts } from '../case/texts';
import type { firmTexts } from '../firm/texts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: (typeof common)['zh'];
      case: (typeof caseTexts)['zh'];
      public: (typeof publicTexts)['zh'];
      firm: (typeof firmTexts)['zh'];
    };
  }
}
