import { age, amend, enter, nextCheckOn, resume, scrap, send, stop, takeBack } from './instrument';
import type { Instrument } from './instrument';

const now = new Date('2026-11-22T02:00:00Z');
const today = '2026-11-22';
const time = { today, now };

function anInstrument(changes: Partial<Instrument> = {}, lastOn: string | null = '2026-06-30'): Instrument {
  const details = {
    name: '游标卡尺',
    model: '0-150',
    serialNumber: 'A1024',
    assetNumber: '',
    measurand: '长度',
    rangeMin: '0',
    rangeMax: '150',
    unit: 'mm',
    accuracyClass: '',
    intervalMonths: 12,
    compulsory: false,
    place: '质检室',
    standard: null,
  };
  const owner = { id: 'n1', enterpriseId: 'e1', areaCode: '330482' };
  return { ...enter(details, owner, { lastOn, certificateNumber: null }, time), ...changes };
}

describe('enter', () => {
  it('sets the due day by the interval, at the end of a month too', () => {
    expect(anInstrument().dueOn).toBe('2027-06-30');
    expect(anInstrument({}, '2026-08-31').dueOn).toBe('2027-08-31');
  });

  it('makes an instrument without a certificate due today', () => {
    expect(anInstrument({}, null).dueOn).toBe(today);
  });

  it('refuses a certificate from tomorrow', () => {
    expect(() => anInstrument({}, '2026-11-23')).toThrow(expect.objectContaining({ code: 'instrument/in-future' }));
  });
});

describe('amend', () => {
  it('moves the due day with the interval: six months from 31 August are 28 February', () => {
    expect(amend(anInstrument({ lastOn: '2026-08-31' }), { intervalMonths: 6 }, now).dueOn).toBe('2027-02-28');
  });

  it('leaves a scrapped instrument as it is', () => {
    expect(() => amend(anInstrument({ status: 'scrapped' }), { place: '' }, now)).toThrow(
      expect.objectContaining({ code: 'instrument/scrapped' }),
    );
  });
});

describe('age', () => {
  it.each([
    ['2027-05-30', undefined],
    ['2027-05-31', 'due'],
    ['2027-06-30', 'due'],
    ['2027-07-01', 'overdue'],
  ])('on %s brings an instrument in use to %s', (on, status) => {
    expect(age(anInstrument(), on, now)?.status).toBe(status);
  });

  it('makes a due instrument overdue', () => {
    expect(age(anInstrument({ status: 'due' }), '2027-07-01', now)?.status).toBe('overdue');
    expect(age(anInstrument({ status: 'due' }), '2027-06-30', now)).toBeUndefined();
  });

  it('leaves alone what is away, stopped or scrapped', () => {
    for (const status of ['in-service', 'stopped', 'scrapped', 'overdue'] as const) {
      expect(age(anInstrument({ status }), '2030-01-01', now)).toBeUndefined();
      expect(nextCheckOn(anInstrument({ status }))).toBeUndefined();
    }
  });

  it('asks to be looked at on the notice and on the day after the due day', () => {
    expect(nextCheckOn(anInstrument())).toBe('2027-05-31');
    expect(nextCheckOn(anInstrument({ status: 'due' }))).toBe('2027-07-01');
  });
});

describe('service', () => {
  it('brings an overdue instrument back into use with a new due day', () => {
    const away = { ...anInstrument({ status: 'overdue' }), ...send(anInstrument({ status: 'overdue' }), now) };
    expect(away.status).toBe('in-service');
    expect(takeBack(away, { on: '2026-11-20', number: 'C-1' }, time)).toMatchObject({
      status: 'in-use',
      lastOn: '2026-11-20',
      dueOn: '2027-11-20',
      certificateNumber: 'C-1',
    });
  });

  it('takes nothing back that was not sent', () => {
    expect(() => takeBack(anInstrument({ status: 'scrapped' }), { on: today, number: 'C-1' }, time)).toThrow(
      expect.objectContaining({ code: 'instrument/illegal-transition' }),
    );
  });

  it('can be stopped and taken up again; scrapping is final', () => {
    const stopped = { ...anInstrument(), ...stop(anInstrument(), '封存', now) };
    expect(resume(stopped, now)).toMatchObject({ status: 'in-use', statusReason: null });
    expect(() => resume(anInstrument(), now)).toThrow(expect.objectContaining({ code: 'instrument/not-stopped' }));
    expect(() => send({ ...stopped, ...scrap(stopped, '损坏', now) }, now)).toThrow(
      expect.objectContaining({ code: 'instrument/illegal-transition' }),
    );
  });
});
