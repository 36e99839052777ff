import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { answer } from '../api/answer';
import { gatewayInvitationAccept, gatewayInvitationLook, type GatewayInvitationResponse } from '../api/generated';
import { addTexts } from '../i18n/i18n';
import { signInPath, useSession, useTakeUp } from '../session/session';
import { Page } from '../ui/page';
import { Failure, Loading } from '../ui/states';
import { peopleTexts } from './texts';
import { useRoleNames } from './use-role-names';

addTexts('people', peopleTexts);

/** Where an invitation link leads: what it offers, and the step to take it. */
export default function Invited() {
  const { t } = useTranslation('people');
  const { secret = '' } = useParams();
  // To look is a command to the gateway, which wants the token of a session where there is one.
  const { known } = useSession();
  const query = useQuery({
    queryKey: ['gateway', 'invitation', secret],
    queryFn: () => answer(gatewayInvitationLook({ body: { secret } })),
    enabled: known,
  });
  if (query.isPending) return <Loading />;
  if (query.isError)
    return (
      <Page title={t('accept.gone')}>
        <Failure error={query.error} />
      </Page>
    );
  return <Offer secret={secret} invitation={query.data} />;
}

function Offer({ secret, invitation }: { secret: string; invitation: GatewayInvitationResponse }) {
  const { t } = useTranslation('people');
  const { t: tc } = useTranslation();
  const { signedIn } = useSession();
  const namesOf = useRoleNames();
  const navigate = useNavigate();
  const takeUp = useTakeUp();
  const accept = useMutation({
    mutationFn: async () => {
      await answer(gatewayInvitationAccept({ body: { secret } }));
      await takeUp(invitation.organisationId);
    },
    onSuccess: () => navigate('/'),
  });
  return (
    <Page title={t('accept.title', { name: invitation.organisationName })} lead={t('accept.lead')}>
      <p>{t('accept.as', { roles: namesOf(invitation.roles) })}</p>
      <div>
        {signedIn ? (
          <button type="button" className="button" disabled={accept.isPending} onClick={() => accept.mutate()}>
            {t('accept.accept')}
          </button>
        ) : (
          <a className="button" href={signInPath()}>
            {tc('signIn')}
          </a>
        )}
      </div>
      {accept.isError && <Failure error={accept.error} />}
    </Page>
  );
}
