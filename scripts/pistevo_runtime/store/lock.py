"""One run of a dataset at a time: the lock is a partition of a table, and who could add it holds it."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from types import TracebackType

from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.epochs import Epochs, Living
from pistevo_runtime.store.holder import holder_json
from pistevo_runtime.store.paths import join_path

_MANY_EPOCHS = 8


@dataclass(frozen=True)
class LockTimes:
    """In seconds. A holder silent for `takeover` is thought dead; another run is waited for `wait`."""

    wait: float = 2.0
    beat: float = 60.0
    takeover: float = 300.0


class DatasetLock:
    """The lock of one dataset, held from `take` to `release`. The highest epoch holds.

    Between `assert_held` and the move of the table lies one call to the metastore: a holder that stops there
    for longer than `takeover`, and then goes on, is what no catalog without compare-and-swap can shut out.
    """

    def __init__(self, epochs: Epochs, times: LockTimes) -> None:
        self._epochs = epochs
        self._times = times
        self._beat_file = ""
        self._holder = ""
        self._last_beat = 0.0
        self._stopping = threading.Event()
        self._beating: threading.Thread | None = None
        self.epoch = 0
        #: Runs that died, without a word, since one last released the lock; the latest first.
        self.died: tuple[str, ...] = ()

    def take(self, run_id: str, command: str) -> None:
        """RunStop `failed`/`locked` when another run holds it for longer than the patience for it."""
        self._holder = holder_json(self._epochs.own_holder(run_id, command))
        deadline = time.monotonic() + self._times.wait
        while True:
            epochs = self._epochs.all()
            highest = max(epochs, default=0)
            other = None if highest == 0 else self._epochs.living(highest, self._times.takeover)
            if other is None and self._try(highest + 1, run_id):
                self.died = self._epochs.died(epochs)
                break
            if other is not None and time.monotonic() >= deadline:
                raise self._locked(other)
            time.sleep(0.2)
        self._beating = threading.Thread(target=self._beat_on, name="pistevo-heartbeat", daemon=True)
        self._beating.start()
        if len(epochs) >= _MANY_EPOCHS:
            self._epochs.forget(epochs)

    def assert_held(self) -> None:
        """RunStop `failed`/`lock_lost` when another run took over, or may be about to."""
        silent = time.monotonic() - self._last_beat
        if self._epochs.highest() == self.epoch and silent < self._times.takeover:
            return
        dataset = self._epochs.places.dataset
        raise RunStop(
            "failed",
            "lock_lost",
            f"This run was silent for so long that another run of `{dataset}` may have taken its place; "
            "nothing was changed. Run again.",
        )

    def release(self) -> None:
        """Lets the next run in at once. May be called when nothing is held."""
        if self._beating is None:
            return
        self._stopping.set()
        self._beating.join()
        self._beating = None
        self._epochs.files.create_text(join_path(self._epochs.folder(self.epoch), "released"), "")

    def __enter__(self) -> DatasetLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _try(self, epoch: int, run_id: str) -> bool:
        """The sign of life is there before the epoch is, so that nobody finds it without one."""
        folder = join_path(self._epochs.folder(epoch), run_id)
        self._beat_file = join_path(folder, "holder.json")
        self._beat()
        if not self._epochs.add(epoch, folder):
            self._epochs.files.delete(folder)
            return False
        self.epoch = epoch
        return True

    def _beat(self) -> None:
        self._epochs.files.write_text(self._beat_file, self._holder)
        self._last_beat = time.monotonic()

    def _beat_on(self) -> None:
        while not self._stopping.wait(self._times.beat):
            try:
                self._beat()
            except Exception:  # noqa: BLE001, S112
                # The store may be back at the next beat; `assert_held` knows how long ago the last one was.
                continue

    def _locked(self, other: Living) -> RunStop:
        free = ""
        if not other.is_sure:
            # Of a process on another machine, or in another container, silence is all that tells.
            left = max(0, round(self._times.takeover - other.silent_seconds))
            free = f" If it died, its place is free in {left} s."
        return RunStop(
            "failed",
            "locked",
            f"`{self._epochs.places.dataset}` is being changed by {other.who}, last heard of "
            f"{round(other.silent_seconds)} s ago; wait for it to end, or cancel it, then run again.{free}",
        )
