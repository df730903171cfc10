/** Every limit of the product, in one place: code points for texts, counts for lists, bytes for frames. Shown in forms before it is hit. */
export const LIMITS = {
  /** Bytes of one socket frame or of an ordinary request body. */
  frameBytes: 32_768,
  /** Bytes of an HTTP body for commands marked `large` (imports, long texts). */
  largeBodyBytes: 262_144,
  depth: 8,
  keys: 200,
  name: 80,
  organisation: 120,
  position: 120,
  title: 200,
  shortText: 500,
  question: 500,
  answer: 1_000,
  reason: 500,
  /** One section of a resolution's frame in one language. */
  frameSection: 20_000,
  goal: 500,
  description: 5_000,
  proposalText: 20_000,
  addressee: 200,
  responsible: 200,
  indicator: 500,
  minutes: 5_000,
  screenText: 300,
  password: 200,
  passwordMin: 10,
  login: 60,
  groups: 12,
  panels: 40,
  goals: 10,
  seatsPerCommand: 100,
  /** Applicants of one dialogue that wait at a time. */
  applicants: 1_000,
  openCodeSeats: 5_000,
  /** Rows of one file of people, and its bytes. */
  importRows: 10_000,
  importBytes: 10_000_000,
  rankingOptions: 60,
  /** Proposals that one consent agenda takes together. */
  agendaItems: 30,
  /** Seats marked at once as voting on paper. */
  paperSeats: 200,
  /** Synthetic participants of a rehearsal that the desk starts. */
  rehearsalPeople: 300,
  rehearsalSeed: 1_000_000_000,
  peoplePerRequest: 200,
  resumeEntries: 200,
  /** Hands one seat may have up in one panel. */
  handsPerSeat: 1,
  /** Questions of one seat that wait or are public in one panel. */
  questionsPerSeat: 20,
  pollQuestion: 300,
  pollOption: 120,
  pollOptions: 12,
  /** The words at an end of a scale. */
  pollEnd: 60,
  /** A short text in answer to a poll. */
  pollText: 60,
  /** Words that a cloud shows. */
  cloudWords: 40,
  /** Texts of one poll that may be hidden. */
  hiddenTexts: 200,
  pollsPerPanel: 60,
  proposalsPerSeat: 20,
  questionsPerCommand: 100,
  /** Questions pinned at once in one panel. */
  pinnedQuestions: 3,
  /** Who may join a proposal; those that a merge brings along come on top. */
  sponsorsPerProposal: 100,
  mergedAtOnce: 10,
  splitParts: 6,
  claim: 500,
  source: 300,
  link: 500,
  evidencePerProposal: 30,
  /** Open ones. */
  amendmentsPerProposal: 50,
  /** Amendments to one proposal that are lined up for the room. */
  lineUp: 12,
  reservation: 2_000,
  fileName: 120,
  /** Bytes of one file. */
  fileBytes: 10_485_760,
  /** Files of one seat that nothing quotes yet. */
  filesPerSeat: 20,
  fileBytesPerSeat: 104_857_600,
  fileBytesPerDialogue: 2_147_483_648,
} as const;

/** Least number of seats of a group in the dialogue before an anonymous question names the group. */
export const SMALL_GROUP_FLOOR = 5;

/** Least number of answers of a group, and of the room, whose figures a poll shows. */
export const POLL_FLOOR = 5;
