import { providerOf, type Element } from '@qi/contracts';
import { toBusinessDate } from '@qi/kernel';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer } from '../api/answer';
import {
  expertsDecisionExplain,
  institutionsDecisionExplain,
  metrologyDecisionExplain,
  type InstitutionsDecisionWords,
  type InstitutionsExplainDto,
} from '../api/generated';
import { Failure } from '../ui/states';
import type { Line } from './draft/draft';
import type { ContentEditor } from './draft/use-draft';
import { useEnterprise } from './use-firm';

/** Providers decide alike, since one library serves them. */
const explainAt = {
  institutions: institutionsDecisionExplain,
  metrology: metrologyDecisionExplain as unknown as typeof institutionsDecisionExplain,
  experts: expertsDecisionExplain as unknown as typeof institutionsDecisionExplain,
};
const MANY = 5;

interface WhoCouldProps {
  readonly draft: ContentEditor;
  readonly line: Line;
  readonly element: Element;
}

/** A dry run before anything is sent: who would get this, who could, and why others could not. */
export function WhoCould({ draft, line, element }: WhoCouldProps) {
  const { t } = useTranslation('firm');
  const { data: firm } = useEnterprise(draft.request.enterprise.id);
  const { object, tests, measurements, skills, schemes, place, text } = line.demand;
  const { excluded = [], preferred = [], consents } = line;
  const planned = draft.request.plan.works.find(({ key }) => key === line.key)?.finish;
  const explain = useMutation({
    mutationFn: async () => {
      const demand = { object, tests, measurements, skills, schemes, place, text };
      const body = {
        element,
        demand: { ...demand, plannedDate: planned ?? toBusinessDate(new Date()) },
        areaCode: firm?.areaCode ?? '',
        enterpriseUscc: firm?.uscc,
        ...(firm?.location && firm.location),
        ...(draft.content.needBy && { needBy: draft.content.needBy }),
        ...{ excluded, preferred, subcontracting: consents?.subcontracting === true },
        // The published document says of tests and measurements only that they are lists.
      } as unknown as InstitutionsExplainDto;
      return (await answer(explainAt[providerOf[element]]({ body }))).words;
    },
  });
  return (
    <section className="stack" aria-live="polite">
      <div>
        <Button disabled={!firm} loading={explain.isPending} onClick={() => explain.mutate()}>
          {t('who.ask')}
        </Button>
      </div>
      {explain.data && <Outcome words={explain.data} />}
      {explain.isError && <Failure error={explain.error} />}
    </section>
  );
}

function Outcome({ words }: { words: InstitutionsDecisionWords }) {
  const { t } = useTranslation('firm');
  const able = words.candidates.filter(({ rank }) => rank !== undefined).slice(0, MANY);
  return (
    <div className="stack">
      <p className={able.length ? undefined : 'tone-lost'}>{words.reason}</p>
      {able.length > 0 && (
        <ol className="points">
          {able.map(({ providerId, name }) => (
            <li key={providerId}>{name}</li>
          ))}
        </ol>
      )}
      {words.nearestMisses.length > 0 && (
        <details>
          <summary>{t('who.others')}</summary>
          <ul className="points">
            {words.nearestMisses.map((miss) => (
              <li key={miss}>{miss}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">{t('who.note')}</p>
    </div>
  );
}
