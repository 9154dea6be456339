"""Carries out the plans of Pistevo on Spark: how a run is done. What it does is the plan's."""
