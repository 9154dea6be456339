import { spawn } from 'node:child_process';

/**
 * Ends a process that did not end when asked, with what it started. On Windows `taskkill /T` knows the tree; elsewhere
 * the child leads a group of its own. A process that is gone already is no error.
 */
export function endProcessTree(pid: number, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true, stdio: 'ignore' }).on(
      'error',
      () => {
        // Windows always has taskkill; without it only the child itself can be ended.
        endOne(pid);
      },
    );
    return;
  }
  endOne(-pid);
}

function endOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
