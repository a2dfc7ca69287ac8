"""`kiosk content new`: what is written passes the check that publishing makes, explains each key, harms nothing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import kiosk
from kiosk.cli.pack_trial import faults_in
from kiosk.content.pack import Pack
from kiosk.forms.definition import FormDefinition
from kiosk.guides.guide import Guide
from kiosk.procedures.procedure import Procedure
from kiosk.settings import read_settings
from tests.helpers.days import CLOCK
from tests.unit.kiosk.cli.whole_pack import write_whole_pack

KINDS = {"procedure": Procedure, "form": FormDefinition, "guide": Guide}
NAMES = {"procedure": "Cấp thẻ “bạn đọc” nhà văn hóa", "form": "Đơn xin thẻ bạn đọc", "guide": "Đi làm thẻ bạn đọc"}
FILES = {
    "procedure": "procedures/cap-the-ban-doc-nha-van-hoa.toml",
    "form": "forms/don-xin-the-ban-doc.toml",
    "guide": "guides/di-lam-the-ban-doc.toml",
}


def new(*arguments: str) -> Result:
    return CliRunner().invoke(kiosk, ["content", "new", *arguments], obj=CLOCK)


def written_into(pack: Path, *more: str) -> None:
    for kind, name in NAMES.items():
        result = new(kind, name, "--into", str(pack), *more)
        assert result.exit_code == 0, result.output
        assert str(pack / FILES[kind]) in result.output


@pytest.mark.parametrize("more", [(), ("--lang", "en", "--english", "Reader's card of the culture house")])
def test_one_of_each_kind_passes_what_publishing_tries(tmp_path: Path, more: tuple[str, ...]) -> None:
    """The check of `publish pack` and of every station: rules, sheets set, a whole visit."""
    pack = write_whole_pack(tmp_path / "pack")
    written_into(pack, *more)
    settings = read_settings(overrides=tmp_path / "etc")
    assert faults_in(pack, settings, tmp_path / "scratch", CLOCK) == []
    for kind, file in FILES.items():
        assert file.partition("/")[2].removesuffix(".toml") in Pack(pack).folder(file.partition("/")[0], KINDS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained_in_both_languages_and_each_writes_its_own(kind: str, tmp_path: Path) -> None:
    template = (paths.assets() / "new-content" / f"{kind}.toml").read_text("utf-8")
    blocks = [block.splitlines() for block in re.split(r"\n(?=#vi |\n)", template)]
    for block in (block for block in blocks if any(" = " in line for line in block)):
        for mark in ("#vi ", "#en "):
            assert any(line.startswith(mark) for line in block), block
    pack = write_whole_pack(tmp_path)
    new(kind, NAMES[kind], "--into", str(pack))
    vietnamese = (pack / FILES[kind]).read_text("utf-8")
    (pack / FILES[kind]).unlink()
    new(kind, NAMES[kind], "--into", str(pack), "--lang", "en")
    english = (pack / FILES[kind]).read_text("utf-8")
    assert tomllib.loads(vietnamese) == tomllib.loads(english)
    comments = [{line for line in text.splitlines() if line.startswith("# ")} for text in (vietnamese, english)]
    assert len(comments[0]) > 10
    assert not any(line.startswith(("#vi", "#en")) or "$" in line for line in (vietnamese + english).splitlines())


@pytest.mark.parametrize(("kind", "form"), KINDS.items())
def test_every_key_that_must_be_there_stands_in_the_new_file(kind: str, form: type) -> None:
    template = (paths.assets() / "new-content" / f"{kind}.toml").read_text("utf-8")
    fields = msgspec.structs.fields(form)
    missing = [
        field.encode_name
        for field in fields
        if field.required and not re.search(rf"^(?:\[\[?)?{field.encode_name}\b", template, re.MULTILINE)
    ]
    assert missing == []


def test_what_nobody_has_confirmed_says_so(tmp_path: Path) -> None:
    pack = write_whole_pack(tmp_path)
    written_into(pack)
    result = CliRunner().invoke(kiosk, ["content", "facts", str(pack), "--unconfirmed"], obj=CLOCK)
    assert {file for file in FILES.values() if f"{file}: " in result.output} == set(FILES.values())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (NAMES["procedure"], "exists already; choose another name"),
        ("cap-the-ban-doc-nha-van-hoa", "exists already"),
        ("Cấp  thẻ bạn đọc NHÀ văn hóa!", "exists already"),
        ("???", "a name needs letters or digits, at most 60 of them"),
        ("a" * 61, "a name needs letters or digits"),
        ("một\nhai", "a name needs letters or digits"),
        ("một " * 13, "the name has more than 12 words"),
    ],
)
def test_a_name_that_is_there_or_cannot_be_one_is_refused_and_nothing_is_written(
    name: str, said: str, tmp_path: Path
) -> None:
    pack = write_whole_pack(tmp_path)
    new("procedure", NAMES["procedure"], "--into", str(pack))
    before = {path: path.read_bytes() for path in pack.rglob("*.toml")}
    result = new("procedure", name, "--into", str(pack))
    assert (result.exit_code, said in result.output) == (1, True), result.output
    assert {path: path.read_bytes() for path in pack.rglob("*.toml")} == before


def test_a_name_of_the_pack_is_refused_in_the_communes_folder_too(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        kiosk,
        ["content", "new", "procedure", "dang-ky-tam-tru", "--overlay", str(tmp_path / "own")],
        env={"KIOSK_STATE": str(tmp_path / "state")},
        obj=CLOCK,
    )
    assert "exists already" in result.output
    assert not (tmp_path / "own").exists()


def test_the_everyday_names_keep_their_comments(tmp_path: Path) -> None:
    pack = write_whole_pack(tmp_path)
    aliases = pack / "aliases.toml"
    aliases.write_text("# người dân gọi thế nào\n" + aliases.read_text("utf-8"), "utf-8")
    new("procedure", NAMES["procedure"], "--into", str(pack))
    assert aliases.read_text("utf-8").startswith("# người dân gọi thế nào\n")
    assert tomllib.loads(aliases.read_text("utf-8"))["aliases"]["cap-the-ban-doc-nha-van-hoa"]


def test_a_folder_that_is_no_pack_and_two_places_at_once_are_refused(tmp_path: Path) -> None:
    assert "groups.toml" in new("form", "a", "--into", str(tmp_path)).output
    assert new("form", "a", "--into", str(tmp_path), "--overlay", str(tmp_path)).exit_code == 2
    assert not (tmp_path / "forms").exists()


FACT = 'source = "Sổ tay", checked = 2026-07-20, confidence = "low"'
FROM_TWO_KEYS = {
    "official_name": '"Cấp thẻ vào hồ bơi"',
    "name": '{ vi = "Cấp thẻ vào hồ bơi", en = "Get a swimming card" }',
    "summary": '{ vi = "Cho người bơi.", en = "For swimmers." }',
    "group": '"ho-tich"',
    "agency": '{ vi = "Hồ bơi xã", en = "Commune pool" }',
    "level": '"commune"',
    "who": '{ vi = "Người muốn bơi", en = "Everybody" }',
    "filing": '["desk"]',
    "place": '{ vi = "Hồ bơi", en = "The pool" }',
    "fees": f'[{{ text = {{ vi = "0 đồng.", en = "0 đồng." }}, {FACT} }}]',
    "time_limits": f'[{{ text = {{ vi = "Trong ngày.", en = "Same day." }}, {FACT} }}]',
    "cases": f'[{{ id = "chung", name = {{ vi = "Chung", en = "General" }}, documents = [], {FACT} }}]',
    "portal": '{ name = "Cổng", search_url = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=th%E1%BA%BB",'
    f" {FACT} }}",
    "status": f"{{ {FACT} }}",
}


def test_a_procedure_begun_by_hand_needs_one_answer_where_it_took_fourteen(tmp_path: Path) -> None:
    """h04: from two keys to a right file by following the check; what to choose stands in the one answer."""
    pack = write_whole_pack(tmp_path)
    aliases = (pack / "aliases.toml").read_text("utf-8")
    (pack / "aliases.toml").write_text(aliases.replace("[guides]", 'ho-boi = ["đi bơi"]\n[guides]'), "utf-8")
    file = pack / "procedures" / "ho-boi.toml"
    file.write_text('id = "ho-boi"\nlevel = "xa"\n', "utf-8")
    check = ["check", str(pack), "--on", "2026-11-23", "--lang", "en"]
    answer = CliRunner().invoke(kiosk, ["content", *check]).output
    asked = {line.split(": ")[1]: line for line in answer.splitlines() if line.startswith("procedures/ho-boi.toml: ")}
    assert asked.keys() == FROM_TWO_KEYS.keys()
    assert "expected one of commune, province, ministry, other" in asked["level"]
    keys = "".join(f"{key} = {value}\n" for key, value in FROM_TWO_KEYS.items())
    file.write_text(f'id = "ho-boi"\n{keys}', "utf-8")
    assert CliRunner().invoke(kiosk, ["content", *check]).output == "content is right\n"
