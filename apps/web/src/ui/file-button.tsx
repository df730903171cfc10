import { useState, type DragEvent, type ReactNode } from 'react';
import { classes } from './classes.js';
import './file-button.css';

export interface FileButtonProps {
  children: ReactNode;
  icon?: ReactNode;
  /** As in the platform's `accept`. */
  accept: string;
  /** Asks a phone for its camera first. */
  capture?: 'environment' | undefined;
  kind?: 'primary' | 'secondary' | 'quiet' | undefined;
  busy?: boolean | undefined;
  onFile: (file: File) => void;
}

/** The platform's file picker with a button's look; the same file may be taken again. */
export function FileButton({ children, icon, accept, capture, kind = 'secondary', busy = false, onFile }: FileButtonProps) {
  return (
    <label className={classes('btn', 'file-button', kind !== 'secondary' && kind)} aria-busy={busy || undefined}>
      <input
        type="file" accept={accept} capture={capture} disabled={busy}
        onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file !== undefined) onFile(file); }}
      />
      {icon}{children}
    </label>
  );
}

/** A place to drop a file on; whoever has no mouse uses the button inside. */
export function DropZone({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => { event.preventDefault(); setOver(true); };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return <div className={classes('drop-zone', isOver && 'over-it')} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>{children}</div>;
}
