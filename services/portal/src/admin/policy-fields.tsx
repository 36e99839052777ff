import { useTranslation } from 'react-i18next';
import type { InstitutionsPolicyResponse } from '../api/generated';
import { Field } from '../ui/field';
import { NumberInput } from '../ui/number-input';
import type { adminTexts } from './texts';

type Factor = keyof (typeof adminTexts)['zh']['policy']['factors'];
const factors = ['promised-date', 'distance', 'on-time', 'rating', 'load-balance', 'one-stop', 'preference'] as const;

interface PolicyFieldsProps {
  readonly policy: InstitutionsPolicyResponse;
  readonly onChange: (policy: InstitutionsPolicyResponse) => void;
}

/** The weights as shares of the whole, and the few limits beside them. */
export function PolicyFields({ policy, onChange }: PolicyFieldsProps) {
  const { t } = useTranslation('admin');
  const { weights } = policy;
  const names = [...new Set<string>([...factors, ...Object.keys(weights)])];
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return (
    <div className="columns">
      <section className="card">
        <h2>{t('policy.weights')}</h2>
        {names.map((name) => (
          <WeightField
            key={name}
            name={t(`policy.factors.${name as Factor}`)}
            weight={weights[name] ?? 0}
            sum={sum}
            onChange={(weight) => onChange({ ...policy, weights: { ...weights, [name]: weight } })}
          />
        ))}
      </section>
      <Limits policy={policy} onChange={onChange} />
    </div>
  );
}

interface WeightFieldProps {
  readonly name: string;
  readonly weight: number;
  readonly sum: number;
  readonly onChange: (weight: number) => void;
}

function WeightField({ name, weight, sum, onChange }: WeightFieldProps) {
  const share = sum ? Math.round((100 * weight) / sum) : 0;
  return (
    <div className="row spread">
      <span>{name}</span>
      <span className="row">
        <meter min={0} max={100} value={share} aria-label={`${name} ${share}%`} />
        <span className="number share">{share}%</span>
        <NumberInput aria-label={name} min={0} max={1000} value={weight} onChange={onChange} />
      </span>
    </div>
  );
}

const limits = {
  backlogWeeks: { min: 1, max: 52, step: 1 },
  leadDays: { min: 0, max: 365, step: 1 },
  neutral: { min: 0, max: 1, step: 0.05 },
} as const;
type Limit = keyof typeof limits;

function Limits({ policy, onChange }: PolicyFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <section className="card top">
      {(Object.keys(limits) as Limit[]).map((name) => (
        <Field key={name} label={t(`policy.limits.${name}`)}>
          {(control) => (
            <NumberInput
              {...control}
              {...limits[name]}
              value={policy[name]}
              onChange={(value) => onChange({ ...policy, [name]: value })}
            />
          )}
        </Field>
      ))}
      <Field label={t('policy.limits.requiredRatio')}>
        {(control) => (
          <NumberInput
            {...control}
            min={1}
            max={10}
            step={0.5}
            value={Number(policy.requiredRatio)}
            onChange={(value) => onChange({ ...policy, requiredRatio: String(value) })}
          />
        )}
      </Field>
    </section>
  );
}
