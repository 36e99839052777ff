import { may } from '@qi/contracts';
import { rolesInHand } from './areas';
import { useSession } from './session';

/** Whether the roles in hand allow an operation, `<service>.<operationId>`, by the same table that the services judge by. */
export function useMay(): (operation: string) => boolean {
  const roles = rolesInHand(useSession());
  return (operation) => may(roles, operation);
}
