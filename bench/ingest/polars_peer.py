"""A peer: the same casts, rules, references and last-row-of-a-key with polars, written to Parquet. No ledger, digest or archive."""

import sys

import polars as pl

file, folder, patients, providers = sys.argv[1:5]


def day(name: str) -> pl.Expr:
    column = pl.col(name)
    return pl.coalesce(
        column.str.to_date("%Y-%m-%d", strict=False),
        column.str.to_date("%m/%d/%Y", strict=False),
        column.str.to_date("%m-%d-%Y", strict=False),
    )


raw = pl.read_csv(file, infer_schema=False, encoding="utf8-lossy", truncate_ragged_lines=True, ignore_errors=True)
days = ["date_of_service", "claim_date", "last_modified_date"]
typed = raw.lazy().drop("member_name").with_columns(
    pl.col("total_cost").cast(pl.Float64, strict=False).alias("cost"),
    pl.col("coverage_type").cast(pl.Int32, strict=False),
    *[day(name).alias(f"{name}_day") for name in days],
    pl.when(pl.col("visit_type").is_in(["physical", "routine", "illness", "surgery"])).then(pl.col("visit_type")),
)
known_patients = pl.read_csv(patients)["patient_id"]
known_providers = pl.read_csv(providers)["provider_id"]
is_bad = (
    pl.col("claim_id").is_null()
    | (pl.col("total_cost").is_not_null() & pl.col("cost").is_null())
    | (pl.col("cost") < 0)
    | pl.col("date_of_service_day").is_null()
    | (pl.col("claim_date_day") < pl.col("date_of_service_day"))
    | ~pl.col("patient_id").is_in(known_patients.implode())
    | ~pl.col("provider_id").is_in(known_providers.implode())
)
judged = typed.with_columns(is_bad.fill_null(False).alias("is_bad")).collect()
judged.filter(pl.col("is_bad")).write_parquet(f"{folder}/quarantine.parquet")
good = judged.filter(~pl.col("is_bad")).sort("last_modified_date_day", maintain_order=True)
good.unique("claim_id", keep="last").write_parquet(f"{folder}/claim.parquet")
