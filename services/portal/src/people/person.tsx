import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session';
import type { usePeople } from './use-people';

interface PersonProps {
  readonly person: { readonly id: string; readonly sub: string; readonly name: string };
  /** Roles, and where they hold. */
  readonly about: string;
  /** Ends the membership; absent where the reader may not. */
  readonly end: ReturnType<typeof usePeople>['end'] | undefined;
}

/** Somebody who acts for an organisation: leaves it, or is taken out. */
export function Person({ person: { id, sub, name }, about, end }: PersonProps) {
  const { t } = useTranslation('people');
  const { person } = useSession();
  const verb = t(sub === person?.sub ? 'leave' : 'take');
  return (
    <li className="card row spread">
      <span>
        <strong>{name}</strong> <span className="quiet">{about}</span>
      </span>
      {end && (
        <Button
          size="small"
          aria-label={`${verb} ${name}`}
          loading={end.isPending && end.variables === id}
          onClick={() => end.mutate(id)}
        >
          {verb}
        </Button>
      )}
    </li>
  );
}
