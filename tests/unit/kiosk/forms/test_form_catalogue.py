"""Forms are read when they are asked for, and broken ones are not in the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.forms.catalogue import FormCatalogue
from tests.unit.kiosk.forms.test_pack import SOUND


def test_the_shipped_shelf_knows_64_ids_and_gives_the_form_asked_for(tmp_path: Path) -> None:
    for _ in range(2):  # the second time from the kept copy
        forms = FormCatalogue(Pack(paths.assets() / "content", kept=tmp_path))
        assert len(forms) == 64
        assert "ct01" in forms
        assert forms["ct01"].form_no == "CT01"
        assert forms.get("khong-co") is None


@pytest.mark.parametrize("broken", [SOUND.replace("{sau}", "{la}"), "id = 3", "not toml"])
def test_a_broken_form_is_not_there(tmp_path: Path, broken: str) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "thu.toml").write_text(broken, "utf-8")
    (tmp_path / "forms" / "lanh.toml").write_text(SOUND, "utf-8")
    forms = FormCatalogue(Pack(tmp_path))
    assert list(forms) == ["lanh", "thu"]
    assert "thu" not in forms
    assert "lanh" in forms


def test_an_overlay_changes_a_form(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "ct01.toml").write_text("valid_until = 2027-06-30\n", "utf-8")
    forms = FormCatalogue(Pack(paths.assets() / "content", overlays=(tmp_path,)))
    assert str(forms["ct01"].valid_until) == "2027-06-30"


@pytest.mark.parametrize("asked", ["../procedures/dang-ky-tam-tru", "", "a/b"])
def test_an_id_is_no_path_to_elsewhere(asked: str) -> None:
    assert FormCatalogue(Pack(paths.assets() / "content")).get(asked) is None
