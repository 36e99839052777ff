import { serviceRequestTransitions } from '@qi/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer } from '../api/answer';
import {
  serviceRequestsDraftCopy,
  serviceRequestsFulfilmentClose,
  serviceRequestsFulfilmentWithdraw,
} from '../api/generated';
import type { Case } from '../case/case';
import { useCaseCommand } from '../case/use-case';
import { useMay } from '../session/use-may';
import { AskReason } from '../ui/ask-reason';
import { Failure } from '../ui/states';

/** What the firm can do with the whole request now: the table of states decides which steps are offered. */
export function RequestActions({ request }: { request: Case }) {
  const { t } = useTranslation('firm');
  const navigate = useNavigate();
  const allowed = useMay();
  const path = { id: request.id };
  const writes = allowed('service-requests.DraftController_save');
  const next: readonly string[] = writes ? serviceRequestTransitions[request.status] : [];
  const withdraw = useCaseCommand((reason: string) =>
    answer(serviceRequestsFulfilmentWithdraw({ path, body: { reason } })),
  );
  const close = useCaseCommand(() => answer(serviceRequestsFulfilmentClose({ path })));
  const copy = useCaseCommand(async () => {
    const { id } = await answer(serviceRequestsDraftCopy({ path }));
    await navigate(`/firm/requests/${id}/edit`);
  });
  const failed = [withdraw, close, copy].find(({ isError }) => isError);
  return (
    <>
      {next.includes('submitted') && (
        <Link className="button" to={`/firm/requests/${request.id}/edit`}>
          {t(request.status === 'draft' ? 'actions.continue' : 'actions.mend')}
        </Link>
      )}
      {next.includes('closed') && (
        <Button type="primary" loading={close.isPending} onClick={() => close.mutate()}>
          {t('actions.close')}
        </Button>
      )}
      {request.submittedAt && (
        <a
          className="button second"
          href={`/api/service-requests/v1/service-requests/${request.id}/slip`}
          target="_blank"
          rel="noreferrer"
        >
          {t('actions.slip')}
        </a>
      )}
      {writes && (
        <Button loading={copy.isPending} onClick={() => copy.mutate()}>
          {t('actions.copy')}
        </Button>
      )}
      {next.includes('withdrawn') && (
        <AskReason
          label={t('actions.withdraw')}
          prompt={t('actions.withdrawWhy')}
          busy={withdraw.isPending}
          onGiven={(reason) => withdraw.mutate(reason)}
        />
      )}
      {failed && <Failure error={failed.error} />}
    </>
  );
}
