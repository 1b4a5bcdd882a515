"""Run one function over many items: in this process, or on all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting a worker and loading its dictionaries costs about a second; below
# this many items that is more than the work itself.
WORTH_A_POOL = 16


def in_order(
    function: Callable[[Item], Result], items: Sequence[Item], workers: int | None = None
) -> Iterator[Result]:
    """Yield `function(item)` for each item, in order; `workers` 1 stays in this process.

    Without `workers`, small jobs stay in this process and large ones take all
    cores. A worker that is killed (out of memory, say) does not lose its item:
    what is left is then done in this process. Exceptions of `function` are raised.
    """
    if workers is None:
        workers = 1 if len(items) < WORTH_A_POOL else (os.cpu_count() or 1)
    if workers < 2 or len(items) < 2:
        yield from map(function, items)
        return
    done = 0
    try:
        with ProcessPoolExecutor(workers) as pool:
            for result in pool.map(function, items):
                yield result
                done += 1
    except BrokenProcessPool:
        yield from map(function, items[done:])
