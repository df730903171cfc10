import type { EventData, Formulation, FormulationField, LineUpItem, LogEvent } from '@tegerek/contracts';
import { departure, mergeWords } from '@tegerek/drafting';
import type { Findings } from '../report.js';

/** Fields of a proposal as the form has them. */
const FIELDS: readonly FormulationField[] = ['title', 'text', 'addressee', 'addresseeDative', 'responsible', 'deadline', 'indicator', 'region'];

/** What everybody knows of a proposal's text at a revision: some of its fields, or (`isWhole`) all. */
interface Known {
  rev: number;
  fields: Partial<Formulation>;
  isWhole: boolean;
}

type Put = Pick<EventData<'amendment.put'>, 'text' | 'before' | 'seen'>;
/** `put` null: its author's words were erased. */
interface Item extends LineUpItem { put: Put | null }
interface PutItem extends LineUpItem { put: Put }

type Opened = EventData<'vote.opened'>;

/**
 * C16, the texts: amendments are lined up furthest from the text first unless another order was set, are voted on as the change that their
 * author wanted of the text as it stands, and only those fall that the adopted text leaves no place for.
 */
export class AmendedTexts {
  readonly #known = new Map<string, Known>();
  readonly #items = new Map<string, Item>();
  /** Lined up in this entry. */
  #line: (EventData<'amendment.lined-up'> & { place: string }) | null = null;
  /** By vote on an amendment. */
  readonly #votes = new Map<string, Opened>();
  /** Adopted in this entry: by amendment, the voted text. */
  readonly #adopted = new Map<string, Formulation>();

  readonly unchecked: string[] = [];

  constructor(private readonly findings: Findings) {}

  event({ type, data }: LogEvent, place: string): void {
    if (type === 'amendment.lined-up') this.#linedUp(data as never, place);
    else if (type === 'amendment.put') this.#put(data as never, place);
    else if (type === 'vote.opened') this.#opened(data as never, place);
    else if (type === 'amendment.decided') this.#decided(data as never, place);
    else if (type === 'amendment.fell') this.#fell(data as never, place);
  }

  entryEnds(erased: number): void {
    if (this.#line) this.#checkLine(this.#line, erased);
    this.#line = null;
    this.#adopted.clear();
  }

  #linedUp(data: EventData<'amendment.lined-up'>, place: string): void {
    this.#line = { ...data, place };
    for (const item of data.items) this.#items.set(item.amendmentId, { ...item, put: null });
  }

  #put({ amendmentId, ...put }: EventData<'amendment.put'>, place: string): void {
    const item = this.#items.get(amendmentId);
    if (!item || this.#line?.items.every((each) => each.amendmentId !== amendmentId) !== false) return this.findings.add('amendment.state', place, 'the text of an amendment is stated without lining it up');
    item.put = put;
  }

  /** The line of this entry with its texts: in the order that it says, and to the text that is known. */
  #checkLine({ proposalId, rev, items, order, place }: EventData<'amendment.lined-up'> & { place: string }, erased: number): void {
    const line = items.flatMap(({ amendmentId }) => this.#items.get(amendmentId) ?? []);
    const put = line.filter(isPut);
    const bare = line.filter((item) => !isPut(item));
    if (bare.length > erased) this.findings.add('amendment.text', place, `amendments ${numbersOf(bare)} are lined up without their wording, and it was not erased`);
    else if (bare.length > 0) this.unchecked.push(`of amendments ${numbersOf(bare)} the wording was erased: their place in the order, and whether their votes were about them`);
    // erased texts have no order any more
    const usual = [...put].sort(inUsualOrder);
    if (put.length === line.length && (order === 'departure') !== usual.every((item, i) => item === put[i])) this.findings.add('amendment.order', place, `the amendments ${numbersOf(put)} are said to stand ${order === 'departure' ? 'furthest from the text first' : 'in another order than usual'}; furthest first is ${numbersOf(usual)}`);
    const fields: Partial<Formulation> = {};
    for (const { number, field, put: { before, seen } } of put) {
      if (seen === before || (fields[field] ?? before) !== before) this.findings.add('amendment.before', place, `amendment ${number} is lined up with another text than it amends`);
      fields[field] = before;
    }
    this.#isText(proposalId, { rev, fields, isWhole: false }, 'what is lined up', place);
    const known = this.#known.get(proposalId);
    if (known?.rev !== rev) this.#known.set(proposalId, { rev, fields, isWhole: false });
    else if (!known.isWhole) this.#known.set(proposalId, { rev, fields: { ...known.fields, ...fields }, isWhole: false });
  }

  #opened(vote: Opened, place: string): void {
    const { voteId, number, version, amendment } = vote;
    if (amendment === null || version === null) return;
    this.#votes.set(voteId, vote);
    const { amendmentId, field, before, rev } = amendment;
    const stood: Known = { rev, fields: { ...version.fields, [field]: before }, isWhole: true };
    this.#isText(version.proposalId, stood, `amendment ${number}`, place);
    const item = this.#items.get(amendmentId);
    if (!item) return;
    if (item.number !== number || item.field !== field) this.findings.add('amendment.before', place, `amendment ${number} was lined up as ${item.number}, of another field or number`);
    const merged = isPut(item) ? changed(item, before) : null;
    if (merged && (merged.clashes > 0 || merged.text !== (version.fields[field] ?? ''))) this.findings.add('amendment.text', place, `amendment ${number} was voted on with another text than it was lined up with`);
    // the other fields are known from now on, and this one as it stood
    this.#known.set(version.proposalId, stood);
  }

  #decided({ voteId, amendmentId, proposalId, adopted, rev }: EventData<'amendment.decided'>, place: string): void {
    const voted = this.#votes.get(voteId);
    if (!adopted || rev === null || !voted?.version || !voted.amendment) return;
    // nobody edits a text that is voted on
    if (rev !== voted.amendment.rev + 1) this.findings.add('amendment.rev', place, `amendment ${voted.number} to revision ${voted.amendment.rev} made revision ${rev}`);
    this.#known.set(proposalId, { rev, fields: voted.version.fields, isWhole: true });
    this.#adopted.set(amendmentId, voted.version.fields);
  }

  #fell({ amendmentId, to }: EventData<'amendment.fell'>, place: string): void {
    const [item, cause, adopted] = [this.#items.get(amendmentId), this.#items.get(to), this.#adopted.get(to)];
    if (!item) return;
    const now = adopted?.[item.field] ?? '';
    // the text that an amendment accepted without a vote made is for the room
    const merged = adopted && isPut(item) ? changed(item, now) : null;
    if (item.field !== cause?.field || (merged?.clashes === 0 && merged.text !== now)) this.findings.add('amendment.fell', place, `amendment ${item.number} fell to ${cause?.number ?? to}, but it changes another place`);
  }

  /** What is stated of a text at a revision is what is known of it; revisions never go back. */
  #isText(proposalId: string, stated: Known, what: string, place: string): void {
    const known = this.#known.get(proposalId);
    if (!known) return;
    if (stated.rev < known.rev) this.findings.add('amendment.rev', place, `${what}: revision ${stated.rev} after revision ${known.rev}`);
    if (stated.rev !== known.rev) return;
    const other = FIELDS.find((name) => has(known, name) && has(stated, name) && (known.fields[name] ?? '') !== (stated.fields[name] ?? ''));
    if (other !== undefined) this.findings.add('amendment.before', place, `${what}: ${other} of revision ${stated.rev} is not what it was`);
  }
}

const has = ({ fields, isWhole }: Known, name: FormulationField): boolean => isWhole || name in fields;
const isPut = (item: Item): item is PutItem => item.put !== null;
/** The change that an author wanted of what they read, made to another text. */
const changed = ({ put: { seen, before, text } }: PutItem, now: string): ReturnType<typeof mergeWords> => mergeWords(seen ?? before, text, now);
const far = ({ put: { before, text } }: PutItem): number => departure(before, text);
/** `2.3/4` was suggested fourth. */
const suggested = ({ number }: LineUpItem): number => Number(number.split('/')[1] ?? 0);
const inUsualOrder = (a: PutItem, b: PutItem): number => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || far(b) - far(a) || suggested(a) - suggested(b);
const numbersOf = (items: readonly LineUpItem[]): string => items.map(({ number }) => number).join(', ');
