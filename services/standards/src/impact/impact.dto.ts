import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { citationKinds, type Citation } from '@qi/contracts';
import { SuccessionResponse } from '../standard/standard.response';
import { citationOwners, type CitationOwner, type OwnerAnswer } from './citation-owners.service';

class HolderResponse {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) count: number;
}

class CitationResponse implements Citation {
  @ApiProperty({ enum: citationKinds }) kind: Citation['kind'];
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: [HolderResponse], description: 'those who hold most' }) holders: HolderResponse[];
}

class OwnerResponse implements OwnerAnswer {
  @ApiProperty({ enum: citationOwners }) service: CitationOwner;
  @ApiPropertyOptional({ type: [CitationResponse], description: 'absent when the service did not answer' })
  citations?: CitationResponse[];
}

/** What the end of a standard means: what takes its place, and who cites it. */
export class ImpactResponse extends SuccessionResponse {
  @ApiProperty({ type: [OwnerResponse] }) owners: readonly OwnerAnswer[];
}
