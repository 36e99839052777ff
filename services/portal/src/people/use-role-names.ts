import type { Role } from '@qi/contracts';
import { useTranslation } from 'react-i18next';
import type { peopleTexts } from './texts';

type Named = keyof (typeof peopleTexts)['zh']['role'];

/** Roles in the reader's words. */
export function useRoleNames(): (roles: readonly Role[]) => string {
  const { t } = useTranslation('people');
  return (roles) => roles.map((role) => t(`role.${role as Named}`)).join('、');
}
