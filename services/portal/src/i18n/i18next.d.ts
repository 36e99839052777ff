import 'i18next';
import type { common } from './common';
import type { kinds } from './kinds';
import type { verifyTexts } from '../verify/texts';
import type { publicTexts } from '../public/texts';
import type { caseTexts } from '../case/texts';
import type { firmTexts } from '../firm/texts';
import type { windowTexts } from '../window/texts';
import type { deskTexts } from '../desk/texts';
import type { adminTexts } from '../admin/texts';
import type { enterpriseTexts } from '../enterprise/texts';
import type { mapTexts } from '../map/texts';
import type { scopeTexts } from '../scope/texts';
import type { peopleTexts } from '../people/texts';
import type { auditTexts } from '../audit/texts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: (typeof common)['zh'];
      kind: (typeof kinds)['zh'];
      verify: (typeof verifyTexts)['zh'];
      case: (typeof caseTexts)['zh'];
      public: (typeof publicTexts)['zh'];
      firm: (typeof firmTexts)['zh'];
      window: (typeof windowTexts)['zh'];
      desk: (typeof deskTexts)['zh'];
      admin: (typeof adminTexts)['zh'];
      enterprise: (typeof enterpriseTexts)['zh'];
      map: (typeof mapTexts)['zh'];
      scope: (typeof scopeTexts)['zh'];
      people: (typeof peopleTexts)['zh'];
      audit: (typeof auditTexts)['zh'];
    };
  }
}
