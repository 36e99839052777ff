// at: services/portal/src/page.ts
import '../../../libs/platform/src/index';
