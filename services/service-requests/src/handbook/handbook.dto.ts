import { ApiPropertyOptional } from '@nestjs/swagger';
import { languages, type Language } from '@qi/kernel';
import { OneOfValues, Optional } from '@qi/platform';

export class HandbookQuery {
  @ApiPropertyOptional({ enum: languages, description: 'of Accept-Language unless set' })
  @Optional()
  @OneOfValues(languages)
  language?: Language;
}
