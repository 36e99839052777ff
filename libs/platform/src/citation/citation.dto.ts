import { ApiProperty } from '@nestjs/swagger';
import { citationKinds, type Citation, type Citations } from '@qi/contracts';
import { IsStandardNumber } from '../validation/checks';

export class CitationQuery {
  @IsStandardNumber() standard: string;
}

class CitationHolder {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) count: number;
}

class CitationOfKind implements Citation {
  @ApiProperty({ enum: citationKinds }) kind: Citation['kind'];
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: [CitationHolder], description: 'those who hold most' }) holders: CitationHolder[];
}

export class CitationsResponse implements Citations {
  @ApiProperty({ example: 'GB 14747-2006' }) standard: string;
  @ApiProperty({ type: [CitationOfKind] }) citations: CitationOfKind[];
}
