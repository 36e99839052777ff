import { taskTransitions } from '@qi/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import { serviceRequestsTaskCommandsConfirm, serviceRequestsTaskCommandsRework } from '../api/generated';
import type { Case, CaseTask } from '../case/case';
import { useCaseCommand } from '../case/use-case';
import { useMay } from '../session/use-may';
import { AskReason } from '../ui/ask-reason';
import { Failure } from '../ui/states';
import { Rate } from './rate';

/** Confirm what was delivered or have it redone; rate what was confirmed. */
export function TaskActions({ request, task }: { request: Case; task: CaseTask }) {
  const { t } = useTranslation('firm');
  const allowed = useMay();
  const path = { id: task.id };
  const next: readonly string[] = taskTransitions[task.status];
  const confirm = useCaseCommand(() => answer(serviceRequestsTaskCommandsConfirm({ path })));
  const rework = useCaseCommand((reason: string) =>
    answer(serviceRequestsTaskCommandsRework({ path, body: { reason } })),
  );
  if (task.status === 'confirmed') return task.rated ? null : <Rate requestId={request.id} taskId={task.id} />;
  if (!next.includes('confirmed') || !allowed('service-requests.TaskCommandsController_confirm')) return null;
  const failed = [confirm, rework].find(({ isError }) => isError);
  return (
    <div className="row">
      <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('actions.confirm')}
      </Button>
      <AskReason
        label={t('actions.rework')}
        prompt={t('actions.reworkWhy')}
        busy={rework.isPending}
        onGiven={(reason) => rework.mutate(reason)}
      />
      {failed && <Failure error={failed.error} />}
    </div>
  );
}
