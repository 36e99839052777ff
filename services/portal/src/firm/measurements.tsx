import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field';
import type { DemandPart } from './tests';

const fields = ['instrument', 'measurand', 'min', 'max', 'unit', 'tolerance'] as const;
const services = ['calibration', 'verification'] as const;

/** The instruments to be calibrated or verified, each with its range and the error it may have. */
export function Measurements({ demand, change, pointer, faultAt }: DemandPart) {
  const { t } = useTranslation('firm');
  const list = demand.measurements ?? [];
  const set = (index: number, part: Partial<(typeof list)[number]>) =>
    change({ measurements: list.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const added = { instrument: '', measurand: '', min: '0', max: '', unit: 'mm', quantity: 1, service: services[0] };
  return (
    <fieldset className="stack">
      <legend>{t('measurements.title')}</legend>
      {faultAt(`${pointer}/measurements`) && <span className="fault">{faultAt(`${pointer}/measurements`)}</span>}
      {list.map((measurement, index) => (
        <div className="measurement" key={index}>
          {fields.map((name) => (
            <Field
              key={name}
              label={t(`measurements.${name}`)}
              fault={faultAt(`${pointer}/measurements/${index}/${name}`)}
              pointer={`${pointer}/measurements/${index}/${name}`}
            >
              {(control) => (
                <Input
                  {...control}
                  value={measurement[name] ?? ''}
                  onChange={({ target }) => set(index, { [name]: target.value || undefined })}
                />
              )}
            </Field>
          ))}
          <Field label={t('measurements.service')}>
            {(control) => (
              <select
                {...control}
                className="choice"
                value={measurement.service}
                onChange={({ target }) => set(index, { service: target.value as (typeof services)[number] })}
              >
                {services.map((service) => (
                  <option key={service} value={service}>
                    {t(`measurements.${service}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button onClick={() => change({ measurements: list.filter((_, at) => at !== index) })}>
            {t('measurements.remove')}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button onClick={() => change({ measurements: [...list, added] })}>{t('measurements.add')}</Button>
      </div>
    </fieldset>
  );
}
