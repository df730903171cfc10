import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from '../../../platform/sessions/cookies.js';
import { DialogueTitles, Sessions } from '../../../platform/sessions/sessions.js';
import { Registrations } from './registrations.js';
import { isId, sessionToken } from './request.js';

const notFound = () => new NotFoundException({ ok: false, code: 'request.not-found' });

/** Asked on every door: nothing to offer is an answer, not a refusal. */
const NOTHING = { title: {}, date: '', privacyNotice: {}, groups: [], byCode: false };

/** `GET …/registration` (what is offered to whom has no seat), `…/applicants` (the organizer's list) and `…/applicants/:id` (what became of mine). */
@Controller('api/dialogues/:dialogueId')
export class RegistrationController {
  constructor(private readonly registrations: Registrations, private readonly titles: DialogueTitles, private readonly sessions: Sessions) {}

  @Get('registration')
  async offered(@Param('dialogueId') dialogueId: string, @Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-store');
    const [offered, about] = isId(dialogueId) ? await Promise.all([this.registrations.offered(dialogueId), this.titles.about(dialogueId)]) : [];
    // a dialogue that offers nothing, and one that is over, answer as one that does not exist
    if (!offered || !about || (offered.approval.length === 0 && !offered.byCode) || (about.phase !== 'draft' && about.phase !== 'open')) return NOTHING;
    const { title, date, groups, privacyNotice } = about;
    return { title, date, privacyNotice, groups: groups.filter(({ id }) => offered.approval.includes(id)), byCode: offered.byCode };
  }

  @Get('applicants')
  async list(@Param('dialogueId') dialogueId: string, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-store');
    const seat = isId(dialogueId) ? await this.sessions.seatIn(sessionToken(request), dialogueId) : undefined;
    if (!seat?.roles.includes('organizer')) throw notFound();
    return this.registrations.applicants(dialogueId);
  }

  @Get('applicants/:applicantId')
  async standing(@Param('dialogueId') dialogueId: string, @Param('applicantId') applicantId: string, @Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-store');
    const standing = isId(dialogueId) && isId(applicantId) ? await this.registrations.standing(dialogueId, applicantId) : undefined;
    if (!standing) throw notFound();
    return standing;
  }
}
