import { Controller, Get, Header } from '@nestjs/common';
import { resolutionJsonSchema } from '@tegerek/contracts';

/** Published shapes of what leaves the product as data. */
@Controller('api/schemas')
export class SchemasController {
  @Get('resolution.json')
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  resolution(): unknown {
    return resolutionJsonSchema();
  }
}
