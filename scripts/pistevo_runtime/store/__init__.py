"""Where a run's results live: files, the metastore, the one commit point, and what keeps them in order."""
