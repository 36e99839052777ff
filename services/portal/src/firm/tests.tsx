import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field';
import type { Line } from './draft/draft';

export interface DemandPart {
  readonly demand: Line['demand'];
  readonly change: (change: Partial<Line['demand']>) => void;
  readonly pointer: string;
  readonly faultAt: (pointer: string) => string | undefined;
}

/** What is to be tested to which standard: pairs, since one laboratory may hold one and not the other. */
export function Tests({ demand, change, pointer, faultAt }: DemandPart) {
  const { t } = useTranslation('firm');
  const tests = demand.tests ?? [];
  const set = (index: number, part: Partial<(typeof tests)[number]>) =>
    change({ tests: tests.map((test, at) => (at === index ? { ...test, ...part } : test)) });
  return (
    <fieldset className="stack">
      <legend>{t('tests.title')}</legend>
      {faultAt(`${pointer}/tests`) && <span className="fault">{faultAt(`${pointer}/tests`)}</span>}
      {tests.map(({ parameter, methodStandard }, index) => (
        <TestRow
          key={index}
          test={{ parameter, methodStandard }}
          place={`${pointer}/tests/${index}`}
          faultAt={faultAt}
          set={(part) => set(index, part)}
          onRemove={() => change({ tests: tests.filter((_, at) => at !== index) })}
        />
      ))}
      <div className="row">
        <Button
          onClick={() =>
            change({ tests: [...tests, { parameter: '', methodStandard: tests.at(-1)?.methodStandard ?? '' }] })
          }
        >
          {t('tests.add')}
        </Button>
      </div>
      <Field label={t('tests.samples')} fault={faultAt(`${pointer}/quantity`)}>
        {(control) => (
          <Input
            {...control}
            type="number"
            className="short"
            min={1}
            value={demand.quantity ?? ''}
            onChange={({ target }) => change({ quantity: target.value ? Number(target.value) : undefined })}
          />
        )}
      </Field>
    </fieldset>
  );
}

interface TestRowProps {
  readonly test: { readonly parameter: string; readonly methodStandard: string };
  readonly place: string;
  readonly faultAt: (pointer: string) => string | undefined;
  readonly set: (part: { parameter?: string; methodStandard?: string }) => void;
  readonly onRemove: () => void;
}

function TestRow({ test, place, faultAt, set, onRemove }: TestRowProps) {
  const { t } = useTranslation('firm');
  return (
    <div className="row pair">
      {(['parameter', 'methodStandard'] as const).map((name) => (
        <Field key={name} label={t(`tests.${name}`)} fault={faultAt(`${place}/${name}`)} pointer={`${place}/${name}`}>
          {(control) => (
            <Input
              {...control}
              maxLength={300}
              value={test[name]}
              onChange={({ target }) => set({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <Button onClick={onRemove}>{t('tests.remove')}</Button>
    </div>
  );
}
