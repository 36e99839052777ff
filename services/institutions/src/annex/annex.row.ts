import type { Scheme } from '@qi/contracts';
import { AnnexColumns } from '@qi/provider';
import { Column, Entity } from 'typeorm';
import type { AnnexField } from '../annex-file/cma-table';
import type { AnnexExtent, ScopeAnnex } from './annex';

@Entity()
export class AnnexRow extends AnnexColumns<AnnexField> implements ScopeAnnex {
  @Column('uuid', { name: 'institution_id' }) providerId: string;
  @Column('text') scheme: Scheme;
  @Column('text') extent: AnnexExtent;
  @Column('boolean') uploaded: boolean = true;
  @Column('timestamptz', { nullable: true }) activatedAt: Date | null = null;
}
