import { execFileSync } from 'node:child_process';

/** Process ids of this editor's language servers: children of the extension host that run `server.cjs`. */
export function serverProcesses(): readonly number[] {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && command.includes('server.cjs') ? [Number(pid)] : [];
  });
}
