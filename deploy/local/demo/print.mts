import type { Addresses } from '../services.mts';
import { say } from '../../tasks/ensure.mjs';
import { demoAccounts, demoPassword } from './accounts.mts';
import type { CaseResult } from './main-case.mts';

/** Columns of a terminal: a Chinese character takes two. */
const width = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
const pad = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - width(text)));

export function table(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? '')))) ?? [];
  return rows
    .map((row) => `  ${row.map((cell, column) => pad(cell, columns[column]!)).join('  ')}`.trimEnd())
    .join('\n');
}

const when = (iso: string) => new Date(iso).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });

export function printCase({ summary, lifeLine, explained }: CaseResult): void {
  say(`\nLife line of ${summary.requestNumber} 进度`);
  say(table(lifeLine.map(({ at, by, words }) => [when(at), by?.name ?? '平台', words.zh])));
  say(`\nWhy the first laboratory was asked 派单理由\n  ${explained.join('\n  ')}`);
  say('\nTasks 任务');
  say(
    table([
      ['task', 'element', 'institution', 'status', 'submit to offer'],
      ...summary.tasks.map((task) => [
        task.number,
        task.element,
        task.institution,
        task.status,
        `${task.submitToOfferMs} ms`,
      ]),
    ]),
  );
}

/** Where people go, and who they can be in demo mode. */
export function printSignIn(portal: string): void {
  say('\nDemo accounts 演示账号');
  say(table(demoAccounts.map(({ email, name, roles }) => [`  ${email}`, name, roles.join(' ')])));
  say(`\nPortal 门户: ${portal}   password of every demo account 演示账号密码: ${demoPassword}`);
}

export function printAddresses(addresses: Addresses, postgresUrl: string, brokers: string): void {
  const shown = new URL(postgresUrl);
  shown.password = '';
  say('\nAddresses 地址');
  say(
    table([
      ...Object.entries(addresses).map(([name, address]) => [name, `${address}/api/${name}/v1`, `${address}/docs`]),
      ['PostgreSQL', shown.toString(), ''],
      ['Kafka', brokers, ''],
    ]),
  );
  say('');
}
