import type { Type } from '@nestjs/common';
import type { MePart } from '../platform/commands/space-facts.js';
import type { PressTarget } from '../platform/presses/press-target.js';
import { BallotsModule, CountRow, ElectorRow, PressesOfMe, PressRow } from './ballots/index.js';
import { DialogueRow, DialoguesModule } from './dialogues/index.js';
import { ExportsModule } from './exports/index.js';
import { ChunkRow, FileRow, FilesModule } from './files/index.js';
import { ConsoleRow, MinutesRow, PanelRow, PanelsModule } from './panels/index.js';
import { AccountRow, AccountSeatRow, ApplicantRow, FormerCodeRow, InvitationRow, PeopleMePart, PeopleModule, RegistrationRow, SeatRow, SessionRow, SessionSeatRow } from './people/index.js';
import { AnswerTarget, PollRow, PollsModule } from './polls/index.js';
import { ProjectorModule, ScreenRow, WaitingRow } from './projector/index.js';
import { AmendmentRow, EvidenceRow, ProposalRow, ProposalsModule, ReservationRow, RevisionRow, TranslationRow, VersionRow } from './proposals/index.js';
import { PublishingModule } from './publishing/index.js';
import { AskerRow, QuestionRow, QuestionsModule, QuestionsOfMe, SupportTarget } from './questions/index.js';
import { RehearsalsModule, RunRow } from './rehearsals/index.js';
import { DraftRow, ResolutionRow, ResolutionsModule } from './resolutions/index.js';
import { FloorRow, HandRow, PlaceRow, SpeakersModule, TurnRow } from './speakers/index.js';
import { AgendaRow, BallotTarget, PileRow, VoteRow, VotesModule } from './votes/index.js';
import { WiringModule } from './wiring.module.js';

/** Every Nest module of the product. */
export const MODULES: Type[] = [
  WiringModule, PeopleModule, DialoguesModule, PanelsModule, QuestionsModule, SpeakersModule, ProjectorModule,
  BallotsModule, FilesModule, ProposalsModule, VotesModule, PollsModule, ResolutionsModule, ExportsModule, PublishingModule, RehearsalsModule,
];

/** Every entity; the drift check compares them with the migrated schema. */
export const ROWS: Type<object>[] = [
  SeatRow, FormerCodeRow, RegistrationRow, ApplicantRow, AccountRow, AccountSeatRow, InvitationRow, SessionRow, SessionSeatRow,
  DialogueRow, PanelRow, MinutesRow, ConsoleRow, HandRow, PlaceRow, FloorRow, TurnRow, QuestionRow, AskerRow, ScreenRow, WaitingRow,
  PressRow, CountRow, ElectorRow,
  ProposalRow, RevisionRow, VersionRow, TranslationRow, EvidenceRow, ReservationRow, AmendmentRow, FileRow, ChunkRow,
  VoteRow, AgendaRow, PileRow, PollRow,
  ResolutionRow, DraftRow, RunRow,
];

/** Parts of `me`; the first decides whether a seat exists. */
export const ME_PART_CLASSES: Type<MePart>[] = [PeopleMePart, PressesOfMe, QuestionsOfMe];

/** Objects of the count lane. */
export const PRESS_TARGET_CLASSES: Type<PressTarget>[] = [BallotTarget, SupportTarget, AnswerTarget];
