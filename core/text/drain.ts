/**
 * Work in steps: long work yields between its parts, so that a process with other things to do can pause there. The value is what
 * the whole work gives.
 */
export type Steps<T> = Generator<void, T>;

/** Does the work without a pause. */
export function drain<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
