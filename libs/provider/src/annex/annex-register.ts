import type { Words } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import type { Annex, AnnexDetails, AnnexReview } from './annex';
import type { ReadRow } from './annex-file';
import type { AnnexLines } from './annex-lines';

/** The providers whose annexes they are: who may see, change and review what belongs to one. */
export interface AnnexProviders {
  getEditable(id: string, actor: Actor, tx: EntityManager): Promise<{ readonly sites: readonly AnnexSite[] }>;
  mayRead(id: string, actor: Actor, tx: EntityManager): Promise<boolean>;
  mayReview(id: string, actor: Actor, tx: EntityManager): Promise<boolean>;
}

export interface AnnexSite {
  readonly id: string;
  readonly open: boolean;
}

/**
 * What a service gives the life cycle of its annexes: how a file reads, how its lines differ from the register, and how
 * the register takes them over. `A` is its annex, `L` a line of a file as the register would hold it.
 */
export abstract class AnnexRegister<A extends Annex = Annex, L = unknown> {
  abstract readonly Row: new () => A;
  abstract readonly lines: AnnexLines<L>;
  abstract readonly providers: AnnexProviders;
  /** Their table, with `id` and `area_code`. */
  abstract readonly providerTable: string;

  /** Throws where the service asks more of an annex than known sites and days in their order. */
  abstract assertSound(details: AnnexDetails): void;

  /** The file behind the line that reading had reached: `annexRows` with the service's layout. */
  abstract rowsOf(tx: EntityManager, annex: A): AsyncIterable<ReadRow<L>>;

  /** Sites that the annex speaks for. */
  abstract sitesOf(tx: EntityManager, annex: A): Promise<readonly string[]>;

  /** The register as far as the annex speaks of it, in one text. */
  abstract stateOf(tx: EntityManager, annex: A): Promise<string>;

  /** Marks every line as added, changed or kept, and adds those that are gone. */
  abstract compare(tx: EntityManager, annex: A): Promise<void>;

  /** With the approval: what is gone gets its last day, what is added its first. */
  abstract announce(tx: EntityManager, annex: A, review: AnnexReview): Promise<void>;

  /** On the first day: what is changed changes. */
  abstract begin(tx: EntityManager, annex: A, review: AnnexReview): Promise<void>;

  /** Why jobs are judged again, as the firms read it. */
  abstract causeOf(annex: A): Words;

  /** Whether an older annex of sites that this one speaks for is over when this one begins. */
  abstract replaces(annex: A, older: A): boolean;
}
