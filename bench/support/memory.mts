/** Resident memory of processes, from /proc (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

/** Resident set size in bytes: with everything that is shared, so that sums over processes count shared pages twice. */
export function rssOf(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, 'VmRSS') * 1024;
}

/** The most that a process was resident with until now, in bytes. */
export function peakRssOf(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, 'VmHWM') * 1024;
}

/** Proportional set size in bytes of a process and its children: pages that n processes share count 1/n for each. */
export function pssOfFamily(pid: number): number {
  const family = readdirSync('/proc').filter((name) => name === String(pid) || parentOf(name) === pid);
  return family.reduce((sum, name) => sum + kilobytes(`/proc/${name}/smaps_rollup`, 'Pss') * 1024, 0);
}

function parentOf(name: string): number | undefined {
  if (!/^\d+$/.test(name)) return undefined;
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined; // ended since the folder was listed
  }
}

function kilobytes(file: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? Number.NaN);
}
