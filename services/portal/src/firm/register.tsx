import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer } from '../api/answer';
import { gatewayMembershipClaim, serviceRequestsEnterpriseRegister } from '../api/generated';
import { bodyOfProfile, EnterpriseFields, noProfile } from '../enterprise/enterprise-form';
import { useSession, useTakeUp } from '../session/session';
import { Page } from '../ui/page';
import { Failure } from '../ui/states';
import { useKept } from '../ui/use-kept';

/** A firm comes to the platform: entered once, acted for at once, compared with its licence by the window meanwhile. */
export function Register() {
  const { t } = useTranslation('firm');
  const navigate = useNavigate();
  const takeUp = useTakeUp();
  const first = useSession().memberships.length === 0;
  const [profile, setProfile] = useKept('qi.firm', noProfile);
  const register = useMutation({
    mutationFn: async () => {
      const { id } = await answer(serviceRequestsEnterpriseRegister({ body: bodyOfProfile(profile) }));
      await answer(gatewayMembershipClaim({ body: { enterpriseId: id } }));
      await takeUp(id);
    },
    onSuccess: async () => {
      setProfile(noProfile);
      await navigate('/firm/profile');
    },
  });
  return (
    <Page title={t(first ? 'register.first' : 'register.title')} lead={t('register.lead')}>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          register.mutate();
        }}
      >
        <EnterpriseFields profile={profile} onChange={setProfile} problem={register.error} />
        <p className="quiet">{t('register.next')}</p>
        <div>
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            {t('register.send')}
          </Button>
        </div>
        {register.isError && <Failure error={register.error} />}
      </form>
      <p className="quiet">{t('register.invited')}</p>
    </Page>
  );
}
