"""Names and folders of a dataset."""

from pistevo_runtime.store.places import Places

RUN = "20261122T235427Z-claim-ab12"


def test_a_table_is_ours_when_its_location_is_one_of_our_snapshots():
    places = Places("billing", "claim", "s3a://bucket/target", "s3a://bucket/archive")
    assert places.run_of_location(places.run(RUN).data) == RUN
    assert places.run_of_location(f"s3://bucket/target/claim__v/{RUN}/data") == RUN
    assert places.run_of_location(f"s3://other/target/claim__v/{RUN}/data") is None
    assert places.run_of_location("s3a://bucket/target/claim") is None
    assert places.run_of_location(f"s3a://bucket/target/claim__v/{RUN}") is None
    assert places.run_of_location("s3a://bucket/target/claim__v/../x/data") is None


def test_the_table_of_a_run_has_a_name_that_needs_no_quoting():
    places = Places("billing", "claim", "file:/t", "file:/a")
    assert places.run_table(RUN) == "billing.claim__v_20261122t235427z_claim_ab12"
