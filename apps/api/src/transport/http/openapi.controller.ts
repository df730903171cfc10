import { Controller, Get, Header } from '@nestjs/common';
import { openApi } from './openapi.js';

@Controller('api')
export class OpenApiController {
  readonly #description = openApi();

  @Get('openapi.json')
  @Header('Cache-Control', 'public, max-age=300')
  describe() {
    return this.#description;
  }
}
