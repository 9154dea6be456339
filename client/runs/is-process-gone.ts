import { hostname } from 'node:os';

/**
 * Whether the process of a run is surely gone. One on another host, or whose number now belongs to someone else, counts as
 * there: the command line looks closer and ends such a record with the next command.
 */
export function isProcessGone(identity: { readonly pid: number; readonly host: string }): boolean {
  if (identity.host !== hostname() || !Number.isSafeInteger(identity.pid) || identity.pid <= 0) return false;
  try {
    process.kill(identity.pid, 0);
    return false;
  } catch (error) {
    // EPERM: it is there, and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
