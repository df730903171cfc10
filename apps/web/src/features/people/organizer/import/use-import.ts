import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CoreSlice, Lang } from '@tegerek/contracts/wire';
import { fetchEverybody } from '../../../../ui/staff/people.js';
import { namesOf } from '../paste.js';
import { checkRows, type CheckedRow, type Fixes } from './check-rows.js';
import { plain, readHeadings, type ColumnKind } from './columns.js';
import { knownPeople, type KnownPeople } from './match-people.js';
import { readFile, type FileFault, type TableFile } from './read-file.js';

interface Reading { hasHeadings: boolean; columns: readonly ColumnKind[] }

const widthOf = (file: TableFile): number => Math.max(0, ...file.rows.slice(0, 200).map(({ cells }) => cells.length));
const readingOf = (file: TableFile): Reading => readHeadings(file.rows[0]?.cells ?? [], widthOf(file));

/** Who is there already; asked for at the start and after each adding. `null`: on its way or without an answer. */
function useKnown(space: string): { known: KnownPeople | null; isLost: boolean; reload: () => Promise<void> } {
  const [state, setState] = useState<{ known: KnownPeople | null; isLost: boolean }>({ known: null, isLost: false });
  const reload = useCallback(async () => {
    try { setState({ known: knownPeople(await fetchEverybody(space)), isLost: false }); } catch { setState((now) => ({ ...now, isLost: true })); }
  }, [space]);
  useEffect(() => { void reload(); }, [reload]);
  return { ...state, reload };
}

export interface Import {
  file: TableFile | null;
  fault: FileFault | null;
  isReading: boolean;
  isLost: boolean;
  reading: Reading;
  known: KnownPeople | null;
  rows: readonly CheckedRow[];
  open: (file: File) => Promise<void>;
  /** Reads the same file otherwise: another encoding, separator or sheet. */
  reread: (file: TableFile) => void;
  setReading: (reading: Reading) => void;
  fix: (line: number, kind: ColumnKind, text: string) => void;
  /** What a group is called in this file, for every row that calls it so. */
  callGroup: (text: string, groupId: string) => void;
  allowTwin: (line: number) => void;
  reload: () => Promise<void>;
}

function useCorrections() {
  const [fixes, setFixes] = useState<Fixes>(new Map());
  const [aliases, setAliases] = useState<ReadonlyMap<string, string>>(new Map());
  const [twins, setTwins] = useState<ReadonlySet<number>>(new Set());
  const fix = useCallback((line: number, kind: ColumnKind, text: string) => setFixes((now) => new Map(now).set(line, { ...now.get(line), [kind]: text })), []);
  const callGroup = useCallback((text: string, groupId: string) => setAliases((now) => new Map(now).set(plain(text), groupId)), []);
  const allowTwin = useCallback((line: number) => setTwins((now) => new Set(now).add(line)), []);
  const forget = useCallback(() => { setFixes(new Map()); setTwins(new Set()); }, []);
  return { fixes, aliases, twins, fix, callGroup, allowTwin, forget };
}

/** One file of people from its choice to its checked rows; nothing is written here. */
export function useImport(core: CoreSlice, language: Lang): Import {
  const [file, setFile] = useState<TableFile | null>(null);
  const [fault, setFault] = useState<FileFault | null>(null);
  const [isReading, setBusy] = useState(false);
  const [reading, setReading] = useState<Reading>({ hasHeadings: true, columns: [] });
  const { known, isLost, reload } = useKnown(core.dialogueId);
  const { fixes, aliases, twins, fix, callGroup, allowTwin, forget } = useCorrections();
  const groups = useMemo(() => [...namesOf(core.groups), ...[...aliases].map(([text, id]) => ({ id, names: [text] }))], [core.groups, aliases]);
  const reread = useCallback((next: TableFile) => { setFile(next); setReading(readingOf(next)); forget(); }, [forget]);
  const open = useCallback(async (chosen: File) => {
    setBusy(true);
    setFault(null);
    try {
      const found = await readFile({ name: chosen.name, size: chosen.size, bytes: async () => new Uint8Array(await chosen.arrayBuffer()) });
      if (typeof found === 'string') setFault(found);
      else reread(found);
    } catch {
      setFault('unreadable');
    } finally {
      setBusy(false);
    }
  }, [reread]);
  const rows = useMemo(() => {
    if (file === null || known === null) return [];
    return checkRows(reading.hasHeadings ? file.rows.slice(1) : file.rows, { columns: reading.columns, groups, language, known, fixes, twins });
  }, [file, reading, groups, language, known, fixes, twins]);
  return { file, fault, isReading, isLost, reading, known, rows, open, reread, setReading, fix, callGroup, allowTwin, reload };
}

