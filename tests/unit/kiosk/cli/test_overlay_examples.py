"""The examples of the content README work as they are written."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

from click.testing import CliRunner

from kiosk import paths
from kiosk.cli import kiosk
from kiosk.content.pack import Pack
from kiosk.forms.catalogue import FormCatalogue
from kiosk.guides.catalogue import read_guides
from kiosk.procedures.catalogue import read_catalogue
from tests.helpers.days import CLOCK, TODAY
from tests.unit.kiosk.cli.small_pack import write_pack
from tests.unit.kiosk.cli.test_new_content import FILES, NAMES

SHIPPED = paths.assets() / "content"


def examples(folder: Path) -> None:
    text = (SHIPPED / "README.md").read_text("utf-8")
    for name, block in re.findall(r"`/etc/kiosk-dvc/content/(\S+\.toml)`.*?\n\n((?:    .*\n)+)", text):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(block), "utf-8")


def test_a_commune_changes_a_telephone_opening_hours_and_a_fee(tmp_path: Path) -> None:
    examples(tmp_path)
    pack = Pack(SHIPPED, overlays=[tmp_path])
    police = read_guides(pack).counters["cong-an-xa"]
    assert (police.phone, police.name.vi) == ("0238 …", "Công an xã, phường")
    business = read_catalogue(pack).by_id["dang-ky-ho-kinh-doanh"]
    assert [fee.desk_vnd for fee in business.fees] == [100_000]
    assert business.cases
    assert not pack.faults


def test_with_the_examples_and_a_file_of_each_kind_of_the_communes_own_the_pack_passes_the_check(
    tmp_path: Path,
) -> None:
    own, state = tmp_path / "own", {"KIOSK_STATE": str(tmp_path / "state")}
    examples(own)
    before = {path.name for path in own.rglob("*.toml")}
    for kind, name in NAMES.items():
        arguments = ["content", "new", kind, name, "--overlay", str(own)]
        assert CliRunner().invoke(kiosk, arguments, obj=CLOCK, env=state).exit_code == 0
    written = {path.name for path in own.rglob("*.toml")} - before
    assert written == {"aliases.toml", *(file.partition("/")[2] for file in FILES.values())}
    result = CliRunner().invoke(kiosk, ["content", "check", str(SHIPPED), "--overlay", str(own), "--on", str(TODAY)])
    assert result.output == "nội dung đúng / content is right\n"
    assert "don-xin-the-ban-doc" in list(FormCatalogue(Pack(SHIPPED, overlays=[own])))


def test_a_misspelt_file_of_the_commune_is_named(tmp_path: Path) -> None:
    pack, own = write_pack(tmp_path / "pack"), tmp_path / "own"
    own.mkdir()
    (own / "counter.toml").write_text("", "utf-8")
    result = CliRunner().invoke(kiosk, ["content", "check", str(pack), "--overlay", str(own), "--on", str(TODAY)])
    assert "(overlay) counter.toml: không chỗ nào đọc tệp này; xin xem lại tên / nothing reads this" in result.output
