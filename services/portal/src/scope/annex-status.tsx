import { useTranslation } from 'react-i18next';
import { Shape, type Tone } from '../ui/status-tag';
import type { Annex } from './scope-api';

const tones: Readonly<Record<Annex['status'], Tone>> = {
  reading: 'moving',
  failed: 'lost',
  proposed: 'yours',
  rejected: 'lost',
  approved: 'moving',
  active: 'done',
  superseded: 'waiting',
};

export function AnnexStatus({ status }: { status: Annex['status'] }) {
  const { t } = useTranslation('scope');
  return (
    <span className={`status tone-${tones[status]}`}>
      <Shape tone={tones[status]} />
      {t(`status.${status}`)}
    </span>
  );
}
