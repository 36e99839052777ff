import { rolesAt } from '@qi/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession, type Membership } from '../session/session';
import { useDates } from '../ui/dates';
import { Answer, Empty, Failure } from '../ui/states';
import { Invite, type Target } from './invite';
import { Person } from './person';
import { usePeople } from './use-people';
import { useRoleNames } from './use-role-names';

/** Who brings others in; the gateway judges again. */
const managing = ['applicant', 'coordinator', 'metrology-coordinator'] as const;

/** Who acts for the organisation: its people bring colleagues in with a link and take out those who left. */
export function People() {
  const { t } = useTranslation('people');
  const { acting } = useSession();
  const desk = usePeople();
  const manages = managing.some((role) => acting?.roles.includes(role));
  const failed = [desk.end, desk.withdraw].find(({ isError }) => isError);
  return (
    <section className="stack">
      <h2>{t('title')}</h2>
      <Colleagues desk={desk} manages={manages} />
      {manages && acting && <Invite targets={[targetOf(acting)]} invite={desk.invite} />}
      <OpenInvitations desk={desk} />
      {failed && <Failure error={failed.error} />}
    </section>
  );
}

type Desk = ReturnType<typeof usePeople>;

function targetOf({ organisation: { kind, id, name } }: Membership): Target {
  return { kind, id, name, areas: [], roles: rolesAt[kind] };
}

function Colleagues({ desk, manages }: { desk: Desk; manages: boolean }) {
  const { t } = useTranslation('people');
  const namesOf = useRoleNames();
  return (
    <Answer query={desk.people}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{t('none')}</Empty>
        ) : (
          <ul className="bare stack">
            {items.map((one) => (
              <Person
                key={one.id}
                person={one}
                about={namesOf(one.roles)}
                end={manages && items.length > 1 ? desk.end : undefined}
              />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

/** Those that the reader gave and nobody has accepted. */
export function OpenInvitations({ desk }: { desk: Desk }) {
  const { t } = useTranslation('people');
  const { date } = useDates();
  const namesOf = useRoleNames();
  const open = desk.open.data?.items ?? [];
  if (open.length === 0) return null;
  return (
    <>
      <h3>{t('open')}</h3>
      <ul className="bare stack">
        {open.map(({ id, note, roles, expiresAt }) => (
          <li key={id} className="row spread">
            <span>
              {note}{' '}
              <span className="quiet">
                {namesOf(roles)} · {t('until', { date: date(expiresAt) })}
              </span>
            </span>
            <Button size="small" onClick={() => desk.withdraw.mutate(id)}>
              {t('withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
