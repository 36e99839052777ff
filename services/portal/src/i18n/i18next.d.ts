import 'i18next';
import type { common } from './common';
import type { publicTexts } from '../public/texts';
import type { caseTexts } from '../case/texts';
import type { firmTexts } from '../firm/texts';
import type { windowTexts } from '../window/texts';
import type { deskTexts } from '../desk/texts';
import type { adminTexts } from '../admin/texts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: (typeof common)['zh'];
      case: (typeof caseTexts)['zh'];
      public: (typeof publicTexts)['zh'];
      firm: (typeof firmTexts)['zh'];
      window: (typeof windowTexts)['zh'];
      desk: (typeof deskTexts)['zh'];
      admin: (typeof adminTexts)['zh'];
    };
  }
}
