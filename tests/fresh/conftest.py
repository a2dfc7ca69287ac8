"""`./station fresh` plays what fits into its part of CI; `--long` builds the real package and sets up whole systems
as well, which takes half an hour and more."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long`: everything."""
    parser.addoption("--long", action="store_true", help="the real package, and fresh roots of Debian 12 and 13 too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The short form is without what is marked slow."""
    if config.getoption("--long", default=False):
        return
    out = [item for item in items if item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in out]
