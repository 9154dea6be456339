"""Every test has a project of its own, with a schema of its own in the metastore that all of them share."""

import itertools

import pytest
from pistevo_runtime.store.files import Files
from store.project import Project

_schemas = itertools.count(1)


@pytest.fixture
def project(spark, tmp_path):
    schema = f"billing{next(_schemas)}"
    return Project(spark, Files(spark).qualify(str(tmp_path / "a b")), schema)
