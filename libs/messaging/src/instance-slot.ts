import type { DatabaseSession } from './relay/database-session';

const FIRST_SLOT_LOCK = 100;
const SLOTS = 64;

/**
 * A small number that is unique among the living replicas of a service and the same again after a restart: the lowest
 * one whose advisory lock is free. The database frees it when a process dies, however it dies.
 */
export async function claimSlot(session: DatabaseSession): Promise<number> {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    if (await session.tryLock(FIRST_SLOT_LOCK + slot)) return slot;
  }
  throw new Error(`more than ${SLOTS} replicas share this database`);
}
