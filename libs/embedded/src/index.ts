export { freePort, PortInUseError } from './free-port';
export { LockedError } from './folder-lock';
export { startPostgres } from './postgres';
export type { PostgresOptions, RunningPostgres } from './postgres';
