"""The trees of all sources are there for these tests alone, and go with them."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.helpers import sources


@pytest.fixture(scope="package", autouse=True)
def _trees_go_with_their_tests() -> Iterator[None]:
    """A million and a half objects: each look for cycles in this process would go through them, and every window that
    a later test closes asks for one. Trees have no cycles, so nobody need look while they are made either."""
    gc.disable()
    yield
    for each in (sources.nodes_of, sources.tree_of, sources.text_of):
        each.cache_clear()
    gc.enable()
