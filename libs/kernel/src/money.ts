import type { Language } from './domain-error';
import { problems } from './problems';

/** An amount in fen (1/100 yuan): a whole number, so that sums are exact. */
export type Money = number;

const moneyProblem = problems('money', {
  'not-whole-fen': {
    kind: 'invalid',
    zh: '金额须为整数分：{value}',
    en: 'an amount is a whole number of fen: {value}',
  },
  unparseable: {
    kind: 'invalid',
    zh: '不是以元为单位、至多两位小数的金额：{value}',
    en: 'not an amount in yuan with at most two decimals: {value}',
  },
});

/** Checks that `n` is a whole, exactly representable number of fen. Throws `money/not-whole-fen`. */
export function fen(n: number): Money {
  if (!Number.isSafeInteger(n)) throw moneyProblem['not-whole-fen']({ value: n });
  return n === 0 ? 0 : n;
}

/** Reads yuan as people write them: `'1280'`, `'1280.5'`, `'-3.20'`. A third decimal is refused, not rounded. */
export function fromYuan(decimal: string): Money {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(decimal.trim());
  if (!match) throw moneyProblem.unparseable({ value: decimal });
  const [, sign, yuan = '', cents = ''] = match;
  const amount = Number(yuan + cents.padEnd(2, '0'));
  return fen(sign === '-' ? -amount : amount);
}

export function addMoney(...amounts: readonly Money[]): Money {
  return fen(amounts.reduce((sum, amount) => sum + fen(amount), 0));
}

/** `128050` → `1,280.50元` (zh) or `CNY 1,280.50` (en). */
export function formatYuan(money: Money, language: Language): string {
  const digits = String(Math.abs(fen(money))).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const amount = `${money < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
  return language === 'zh' ? `${amount}元` : `CNY ${amount}`;
}
