"""The commune of the settings is one of the country; the example is printed for no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import kiosk
from kiosk.settings import read_settings

VAN_TU = """[commune]
code = "17611"
name = { vi = "Xã Vân Tụ", en = "Vân Tụ commune" }
"""


def check(folder: Path, text: str) -> Result:
    """`config check` over these settings of the station."""
    (folder / "kiosk.toml").write_text(text, "utf-8")
    return CliRunner().invoke(kiosk, ["config", "check", "--overrides", str(folder), "--lang", "en"])


def test_offices_are_named_after_the_commune_where_they_are_not_given(tmp_path: Path) -> None:
    assert check(tmp_path, VAN_TU).exit_code == 0
    commune = read_settings(overrides=tmp_path).kiosk.commune
    assert (commune.police.vi, commune.police.en) == ("Công an xã Vân Tụ", "Vân Tụ commune police")
    assert commune.address.vi == "Trung tâm Phục vụ hành chính công xã Vân Tụ"
    assert commune.address.en == "Vân Tụ Public Administration Service Centre"


def test_an_office_that_is_given_stays(tmp_path: Path) -> None:
    own = VAN_TU + 'police = { vi = "Công an phường bên", en = "Police next door" }\n'
    assert check(tmp_path, own).exit_code == 0
    assert read_settings(overrides=tmp_path).kiosk.commune.police.vi == "Công an phường bên"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"17611"', '"99999"', "commune.code: no commune has this code"),
        ("Xã Vân Tụ", "Xã Vân Tu", "commune.name: code 17611 is Xã Vân Tụ"),
        ("[commune]", '[commune]\nprovince = { vi = "Tỉnh Hà Tĩnh", en = "Hà Tĩnh province" }',
         "commune.province: Xã Vân Tụ belongs to Tỉnh Nghệ An"),
        ("[commune]", '[commune]\npolice = { vi = "Công an xã Thần Lĩnh", en = "x" }',
         "commune.police: still names the commune of the example, “Thần Lĩnh”"),
        ('name = { vi = "Xã Vân Tụ", en = "Vân Tụ commune" }', "", "commune.name: code 17611 is Xã Vân Tụ"),
    ],
)  # fmt: skip
def test_what_does_not_belong_together_is_named(tmp_path: Path, before: str, after: str, said: str) -> None:
    result = check(tmp_path, VAN_TU.replace(before, after))
    assert (result.exit_code, said in result.stderr, "1 fault" in result.stderr) == (1, True, True)
