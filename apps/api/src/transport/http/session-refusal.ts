import { HttpException } from '@nestjs/common';
import { REFUSALS, type Refusal } from '@tegerek/contracts';

/** A refusal as an HTTP answer, in the shape of every other refusal. */
export class RefusedRequest extends HttpException {
  constructor(refusal: Refusal) {
    super({ ok: false, ...refusal }, REFUSALS[refusal.code]);
  }
}
