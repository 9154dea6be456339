import type { StagedFile } from './read-delivery.ts';
import type { RunContext } from './run-context.ts';
import { modifiedMs } from './source-file.ts';

const hourMs = 3_600_000;

/**
 * Warns when a delivery is later than `expect.hours_late`: its newest file is older than that, or nothing came and the
 * last commit is. Late data is not refused: that would only make it later.
 */
export function tellLateness(
  context: RunContext,
  files: readonly StagedFile[],
  lastCommit: Date | null = null,
): void {
  const { plan, request } = context;
  const { hoursLate } = plan.gate;
  if (hoursLate === null) return;
  const now = request.now().getTime();
  const newest =
    files.length > 0
      ? Math.max(...files.map((file) => modifiedMs(file.source.stamp)))
      : lastCommit?.getTime();
  if (newest === undefined || now - newest <= hoursLate * hourMs) return;
  const hours = Math.floor((now - newest) / hourMs);
  const what =
    files.length > 0
      ? `The newest file of this delivery of \`${plan.dataset}\` is ${hours} hours old`
      : `\`${plan.dataset}\` has had no delivery for ${hours} hours`;
  request.emit({
    kind: 'warning',
    code: 'late',
    message: `${what}, more than the ${hoursLate} that \`expect.hours_late\` allows; ask its sender.`,
  });
}
