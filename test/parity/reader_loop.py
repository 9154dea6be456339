"""A reader that asks for a table again and again while others write it."""

from __future__ import annotations

import json
import threading
import traceback
from typing import Any

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession
from typed_table import table

_PAUSE_SECONDS = 0.2


class ReaderLoop:
    """Reads in a session and a thread of its own until it is told to stop."""

    def __init__(self, spark: SparkSession, name: str) -> None:
        self._spark = spark.newSession()
        self._name = name
        self._enough = threading.Event()
        self._seen: dict[str, Any] = {}
        self._asked = 0
        self._troubles: list[str] = []
        self._thread = threading.Thread(target=self._read_on, name="reader", daemon=True)
        self._thread.start()

    def stop(self) -> dict[str, Any]:
        """`asked`: answers with a table; `seen`: the different tables among them; `troubles`: what else was met."""
        self._enough.set()
        self._thread.join()
        return {"asked": self._asked, "seen": list(self._seen.values()), "troubles": self._troubles}

    def _read_on(self) -> None:
        while not self._enough.wait(_PAUSE_SECONDS):
            try:
                found = table(self._spark.table(self._name))
            except AnalysisException as error:
                # Before the first load there is none.
                if self._seen or error.getErrorClass() not in ("TABLE_OR_VIEW_NOT_FOUND", "SCHEMA_NOT_FOUND"):
                    self._troubles.append(str(error.getErrorClass()))
            except Exception:
                self._troubles.append(traceback.format_exc()[-500:])
            else:
                self._asked += 1
                self._seen.setdefault(
                    json.dumps([found["columns"], sorted(map(json.dumps, found["rows"]))]), found
                )
