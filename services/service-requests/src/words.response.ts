import { ApiProperty } from '@nestjs/swagger';
import type { By } from '@qi/contracts';
import type { Words } from '@qi/kernel';

/** A text in both languages, as answers carry it. */
export class WordsResponse implements Words {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

/** Who did something. */
export class ByResponse implements By {
  @ApiProperty() sub: string;
  @ApiProperty() name: string;
}
