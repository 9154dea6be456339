"""Ingests one dataset on Spark, as its published plan says.

spark-submit --py-files process.py,utils.py --files config.yaml,tables_schema.yaml ingest_dataset.py --dataset_name claim
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from process import process_dataset


def parse_arguments(words: list[str]) -> argparse.Namespace:
    """Everything but the dataset's name is optional."""
    parser = argparse.ArgumentParser(prog="ingest_dataset.py", allow_abbrev=False)
    parser.add_argument("--dataset_name", required=True, help="dataset of the project")
    parser.add_argument("--release", help="folder of a published release; else the latest one")
    parser.add_argument("--artifacts_path", help="where releases are; else config.yaml says it")
    parser.add_argument("--run_id", help="id of the run; else one is made")
    parser.add_argument("--command", help="what started the run, to name the holder of a lock")
    parser.add_argument("--action", choices=["run", "rollback", "migrate", "adopt"], default="run")
    parser.add_argument("--commits", type=int, default=1, help="how many commits a rollback undoes")
    parser.add_argument("--reprocess", help="run:<id>, file:<path>, quarantined, since:<time> or all")
    parser.add_argument("--rebuild", action="store_true", help="make the table anew from its originals")
    parser.add_argument(
        "--dry_run", action="store_true", help="say what the delivery would do, and keep nothing"
    )
    parser.add_argument("--events", action="store_true", help="print events, one JSON object a line")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(process_dataset(parse_arguments(sys.argv[1:]), Path(__file__).resolve().parent))
