import { basename } from 'node:path';

const PLAIN = /^[\w@%+=:,./-]+$/;

/**
 * The command line to type to get the same page again, with the names of files and not their folders.
 *
 * @param args as given, from the name of the subcommand on
 * @param paths those of `args` that are paths
 */
export function commandToRepeat(args: readonly string[], paths: readonly string[]): string {
  const named = args.map((arg) => {
    const [, option, path] = /^(--html=)(.*)$/s.exec(arg) ?? [];
    if (option !== undefined && path !== undefined) return `${option}${basename(path)}`;
    return paths.includes(arg) ? basename(arg) : arg;
  });
  return ['turfwatch', ...named.map(quoted)].join(' ');
}

function quoted(arg: string): string {
  return PLAIN.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;
}
