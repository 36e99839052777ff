import { DomainError } from '@qi/kernel';
import { QueryFailedError } from 'typeorm';
import { UnreadableMessage } from '../wire/cloud-event';
import { failureOf, isConflict } from './failure';

function pgError(code: string): Error {
  return new QueryFailedError('select 1', [], Object.assign(new Error(`SQLSTATE ${code}`), { code }));
}

describe('failureOf', () => {
  it.each(['08006', '40001', '40P01', '53300', '57P01', '57P03', '55P03', '25006'])('waits for SQLSTATE %s', (code) => {
    expect(failureOf(pgError(code))).toBe('systemic');
  });

  it.each(['23505', '22P02', '42703', '57014'])('does not wait for ever for SQLSTATE %s', (code) => {
    expect(failureOf(pgError(code))).toBe('unknown');
  });

  it('waits for a connection, wherever in the chain of causes it is missing', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(failureOf(new Error('fetch failed', { cause: refused }))).toBe('systemic');
    expect(failureOf(new AggregateError([refused]))).toBe('systemic');
    expect(failureOf(new Error('Connection terminated unexpectedly'))).toBe('systemic');
  });

  it('puts a broken rule or message aside at once', () => {
    expect(failureOf(new DomainError('job/x', 'conflict', { zh: '', en: '' }))).toBe('poison');
    expect(failureOf(new UnreadableMessage('x'))).toBe('poison');
  });

  it('gives a fault of the program a few attempts', () => {
    expect(failureOf(new TypeError('x is undefined'))).toBe('unknown');
    expect(failureOf('a string')).toBe('unknown');
    expect(failureOf(undefined)).toBe('unknown');
  });

  it('tells a conflict from an outage', () => {
    expect(isConflict(pgError('40P01'))).toBe(true);
    expect(isConflict(pgError('57P01'))).toBe(false);
  });
});
