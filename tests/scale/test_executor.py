"""The executor: order is kept, errors come through, a killed worker loses nothing."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from build_site.scale.executor import in_order


def double(n: int) -> int:
    return 2 * n


def fail_on_three(n: int) -> int:
    if n == 3:
        raise ValueError("three")
    return n


def die_in_a_worker(item: str) -> str:
    if multiprocessing.parent_process() is not None:
        os._exit(1)
    return item


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(in_order(double, range(20), workers)) == list(range(0, 40, 2))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_reaches_the_caller(workers: int) -> None:
    with pytest.raises(ValueError, match="three"):
        list(in_order(fail_on_three, range(5), workers))


def test_a_killed_worker_loses_no_item() -> None:
    assert list(in_order(die_in_a_worker, ["a", "b", "c"], 2)) == ["a", "b", "c"]


def test_small_jobs_stay_in_this_process() -> None:
    assert set(in_order(lambda _: os.getpid(), range(3))) == {os.getpid()}
