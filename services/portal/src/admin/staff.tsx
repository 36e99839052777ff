import { rolesAt } from '@qi/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { gatewayMembershipListStaff, type GatewayStaffResponse } from '../api/generated';
import { useOpenPlatforms } from '../catalogue/use-items';
import { useWords } from '../i18n/use-words';
import { Invite, type Target } from '../people/invite';
import { OpenInvitations } from '../people/people';
import { Person } from '../people/person';
import { usePeople } from '../people/use-people';
import { useRoleNames } from '../people/use-role-names';
import { areaName } from '../places/names';
import { useSession, type Membership } from '../session/session';
import { Page } from '../ui/page';
import { Answer, Empty, Failure } from '../ui/states';

type Desk = ReturnType<typeof usePeople>;

/** Accounts of those who work at windows and in administrations: brought in by a link, taken out here. */
export function Staff() {
  const { t } = useTranslation('admin');
  const { acting } = useSession();
  const desk = usePeople();
  const windows = useWindowTargets(acting);
  const failed = [desk.end, desk.withdraw].find(({ isError }) => isError);
  if (!acting) return null;
  return (
    <Page title={t('staff.title')} lead={t('staff.lead')}>
      <Invite targets={[administrationOf(acting), ...windows]} invite={desk.invite} />
      <OpenInvitations desk={desk} />
      <People desk={desk} />
      {failed && <Failure error={failed.error} />}
    </Page>
  );
}

/** An administration is known by its area; only operators make operators. */
function administrationOf({ organisation: { id, name }, roles, areas }: Membership): Target {
  const offered = rolesAt.administration.filter((role) => role !== 'operator' || roles.includes('operator'));
  return { kind: 'administration', id, name, areas, roles: offered };
}

function useWindowTargets(acting: Membership | undefined): Target[] {
  const say = useWords();
  const { data: windows = [] } = useOpenPlatforms();
  if (!acting?.roles.includes('administrator')) return [];
  return windows.map(({ id, name, areaCodes }) => ({
    ...{ kind: 'platform' as const, id, name: say(name), areas: areaCodes, roles: rolesAt.platform },
  }));
}

function People({ desk }: { desk: Desk }) {
  const { t } = useTranslation('admin');
  const staff = useQuery({
    queryKey: ['gateway', 'membership', 'staff'],
    queryFn: () => answer(gatewayMembershipListStaff()),
  });
  return (
    <Answer query={staff}>
      {({ items }) => {
        if (items.length === 0) return <Empty>{t('staff.empty')}</Empty>;
        return [...Map.groupBy(items, ({ organisationName }) => organisationName)].map(([name, people]) => (
          <section key={name} className="stack">
            <h2>{name}</h2>
            <ul className="bare stack">
              {people.map((one) => (
                <One key={one.id} one={one} desk={desk} />
              ))}
            </ul>
          </section>
        ));
      }}
    </Answer>
  );
}

function One({ one, desk }: { one: GatewayStaffResponse; desk: Desk }) {
  const say = useWords();
  const namesOf = useRoleNames();
  const areas = one.areas.map((code) => say(areaName(code))).join('、');
  return <Person person={one} about={[namesOf(one.roles), areas].filter(Boolean).join(' · ')} end={desk.end} />;
}
