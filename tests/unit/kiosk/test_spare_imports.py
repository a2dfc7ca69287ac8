"""What a library would take along is not there while it is imported, and is there again afterwards."""

from __future__ import annotations

import sys

import pytest

from kiosk.spare_imports import hollow, without


def test_a_module_is_hidden_only_while_another_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "wave", raising=False)
    with without("wave"), pytest.raises(ImportError):
        import wave
    import wave

    assert wave.open is not None


def test_a_module_that_somebody_uses_already_stays() -> None:
    with without("sys"):
        assert sys.modules["sys"] is sys


def test_a_hollow_module_is_empty_while_another_is_imported_and_real_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "wave", raising=False)
    with hollow("wave"):
        import wave as stand_in

        assert not hasattr(stand_in, "open")
    import wave

    assert wave.open is not None


def test_a_module_that_is_used_already_is_not_hollowed() -> None:
    with hollow("sys"):
        assert sys.modules["sys"] is sys
