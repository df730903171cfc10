

/** Raised when a released event or frame changes shape; a client of another protocol reloads. */
export const PROTOCOL = 1;

/** The space of accounts, organizers and the creation of dialogues. */
export const INSTANCE_SPACE = '00000000-0000-4000-8000-000000000001';

export const AUDIENCES = ['public', 'room', 'facilitators'] as const;
/** Nested: who sees `facilitators` sees `room`, who sees `room` sees `public`. */
export type Audience = (typeof AUDIENCES)[number];

export const ROLES = ['organizer', 'moderator', 'rapporteur', 'observer'] as const;
export type Role = (typeof ROLES)[number];
export const LANGS = ['ru', 'ky', 'en'] as const;
export type Lang = (typeof LANGS)[number];
/** A multilingual text: no language is mandatory. */
export type Text = { [L in Lang]?: string | undefined };

/** Parts of a resolution that the organizer writes, in the order of the document. */
export const FRAME_SECTIONS = ['preamble', 'findings', 'commitments', 'mechanism'] as const;
export type FrameSection = (typeof FRAME_SECTIONS)[number];
/** The frame around the decided texts: one text for each section and language. A line is a paragraph; `^[source]` a footnote. */
export type Frame = { [S in FrameSection]: Text };

export const DIALOGUE_PHASES = ['draft', 'open', 'closed', 'published'] as const;
export type DialoguePhase = (typeof DIALOGUE_PHASES)[number];
export const PANEL_PHASES = ['scheduled', 'open', 'discussion', 'formulation', 'decision', 'ranking', 'closed'] as const;
export type PanelPhase = (typeof PANEL_PHASES)[number];

/** Answers of a temperature check. */
export const TEMPERATURES = ['good', 'mixed', 'bad'] as const;
export type Temperature = (typeof TEMPERATURES)[number];
