import { ApiPropertyOptional } from '@nestjs/swagger';
import { OneOfValues, Optional } from '@qi/platform';

export const languages = ['zh', 'en'] as const;

export class HandbookQuery {
  @ApiPropertyOptional({ enum: languages, description: 'of Accept-Language unless set' })
  @Optional()
  @OneOfValues(languages)
  language?: (typeof languages)[number];
}
