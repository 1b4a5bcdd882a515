"""The register of identifiers: append-only; nothing published vanishes without a word."""

from __future__ import annotations

import re

import pytest

from build_site.model.capture import InputError
from build_site.model.publication import Registered, Release
from build_site.publish.register import register
from build_site.publish.tables import build_tables
from tests.publish.factory import sample

OPEN = Release("0.2.0", "2026-12-01", False)
CLOSED = Release("0.2.0", "2026-12-01", True)
OLD = Registered("zhejiang/huzhou/2020", "document", "0.1.0")


def test_a_new_id_is_added_and_an_old_one_keeps_its_version() -> None:
    got = register([("document", OLD.id), ("document", "a")], [OLD], OPEN, {})
    assert [(r.id, r.first_version) for r in got] == [("a", "0.2.0"), (OLD.id, "0.1.0")]


@pytest.mark.parametrize("release", [OPEN, CLOSED])
def test_a_released_id_that_vanishes_stops_the_build(release: Release) -> None:
    with pytest.raises(InputError, match=r"zhejiang/huzhou/2020.*retired\.csv"):
        register([], [OLD], release, {})


def test_an_id_of_the_version_being_built_may_go_until_it_is_released() -> None:
    new = Registered("a", "document", "0.2.0")
    assert register([], [new], OPEN, {}) == ()
    with pytest.raises(InputError):
        register([], [new], CLOSED, {})


def test_a_retired_id_stays_in_the_register_with_its_reason() -> None:
    note = Registered(OLD.id, "", "", "moved", "zhejiang/huzhou/2021", "the year was misread")
    (got,) = register([], [OLD], CLOSED, {OLD.id: note})
    assert (got.status, got.moved_to, got.first_version) == (
        "moved",
        "zhejiang/huzhou/2021",
        "0.1.0",
    )
    assert register([], [got], CLOSED, {OLD.id: note}) == (got,)


def test_a_retired_id_is_never_used_again() -> None:
    gone = Registered(OLD.id, "document", "0.1.0", "withdrawn", "", "why")
    with pytest.raises(InputError, match="in use again"):
        register([("document", OLD.id)], [gone], CLOSED, {})


def test_every_id_of_every_table_is_registered_in_ascii() -> None:
    tables = build_tables(sample())
    ids = {row["id"] for row in tables["identifiers"]}
    assert {row["paragraph_id"] for row in tables["paragraphs"]} <= ids
    assert all(re.fullmatch("[a-z0-9-/]+", str(name)) for name in ids)
