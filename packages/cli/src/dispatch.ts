import type { Command, ExitCode, Io } from './command.js';

/** Finds and runs the named subcommand; a fault is one line on stderr and exit 2, never a stack trace. Without a name, or with an unknown one, prints what there is (exit 2). */
export async function dispatch(commands: readonly Command[], argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  const help = `usage: tegerek COMMAND …\n\n${commands.map((c) => `  ${c.summary}\n`).join('')}`;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(help);
    return 0;
  }
  const command = commands.find((c) => c.name === name);
  if (command === undefined) {
    io.err(name === undefined ? help : `no command "${name}"\n\n${help}`);
    return 2;
  }
  try {
    return await command.run(rest, io);
  } catch (fault) {
    io.err(`tegerek ${command.name}: ${fault instanceof Error ? fault.message : String(fault)}\n`);
    return 2;
  }
}
