"""A third language is one file in a pack or an overlay; what it does not say is said in Vietnamese."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk import paths
from kiosk.cli import kiosk
from kiosk.cli.pack_check import check_pack
from kiosk.content.languages import known_languages, offered
from kiosk.content.pack import Pack
from kiosk.content.pseudo_language import outside, pseudo
from kiosk.documents.wording import dong, once, paired
from kiosk.i18n import BOTH, Language, Text, alike, gaps_of, joined, number
from tests.helpers.days import TODAY
from tests.unit.kiosk.cli.whole_pack import write_whole_pack

FRENCH = """
name = "Français"
invitation = "Passer au français"
decimal = ","
[texts]
"Quay lại" = "Retour"
"Đến {place} và nộp hồ sơ." = "Allez à {place} et déposez le dossier."
"Miễn phí" = "Gratuit"
"{amount} đồng" = "{amount} dongs"
"Còn lại ({number} mục)" = "Le reste"
"Chưa dịch" = " "
"""
GO = Text("Đến {place} và nộp hồ sơ.", "Go to {place} and hand the dossier in.")
BACK = Text("Quay lại", "Back")
SHIPPED = paths.assets() / "content"


def laid_over(folder: Path, file: str = FRENCH, name: str = "fr", root: Path = SHIPPED) -> Pack:
    (folder / "languages").mkdir(parents=True)
    (folder / "languages" / f"{name}.toml").write_text(file, encoding="utf-8")
    return Pack(root, overlays=[folder])


@pytest.fixture
def french(tmp_path: Path) -> Language:
    return known_languages(laid_over(tmp_path))[2]


def test_the_shipped_content_knows_vietnamese_then_english() -> None:
    assert known_languages(Pack(SHIPPED)) == BOTH


def test_one_file_more_is_one_language_more_with_the_names_it_gives_itself(french: Language) -> None:
    assert (french.code, french.name, french.invitation) == ("fr", "Français", "Passer au français")
    assert BACK.say(french) == "Retour"


def test_what_it_does_not_say_is_said_in_vietnamese(french: Language) -> None:
    assert Text("Chưa dịch", "Not yet").say(french) == "Chưa dịch"
    assert Text("Không có ở đó", "Not there").say(french) == "Không có ở đó"


def test_a_text_made_of_others_is_said_in_it_part_by_part(french: Language) -> None:
    assert GO.filled(place=BACK).say(french) == "Allez à Retour et déposez le dossier."
    assert joined(" · ", (BACK, Text("Miễn phí", "Free"))).say(french) == "Retour · Gratuit"
    assert joined(" / ", (GO.filled(place=alike("A5")), BACK)).say(Language.EN) == (
        "Go to A5 and hand the dossier in. / Back"
    )


def test_numbers_are_written_as_the_language_writes_them(french: Language) -> None:
    assert number(7000).say(french) == number(7000).say(Language.VI) == "7.000"
    assert number(3.785, 3).say(Language.EN) == "3.785"
    assert dong(15_000).say(french) == "15.000 dongs"


def test_a_translation_with_other_gaps_is_passed_over_and_named(tmp_path: Path) -> None:
    pack = laid_over(tmp_path / "own", root=write_whole_pack(tmp_path / "pack"))
    rest = Text("Còn lại ({number} mục)", "The rest ({number})").filled(number=3)
    assert rest.say(known_languages(pack)[2]) == "Còn lại (3 mục)"
    faults = [fault.in_both() for fault in check_pack(pack, TODAY).faults if "languages" in fault.file]
    assert len(faults) == 1
    assert "{number}" in faults[0]


@pytest.mark.parametrize(("name", "said"), [("french", "code of a language"), ("vi", "beside each text already")])
def test_a_file_with_a_name_that_is_no_further_language_is_named(tmp_path: Path, name: str, said: str) -> None:
    file = FRENCH.replace('"Còn lại ({number} mục)" = "Le reste"', "")
    pack = laid_over(tmp_path / "own", file, name, write_whole_pack(tmp_path / "pack"))
    assert known_languages(pack) == BOTH
    assert said in "\n".join(fault.in_both() for fault in check_pack(pack, TODAY).faults)


def test_a_station_offers_what_its_settings_name_and_its_content_has(french: Language) -> None:
    known = (*BOTH, french)
    assert offered(known, ("en", "fr", "km")) == (Language.EN, french)
    assert offered(known, ("km",)) == (Language.VI,)


def test_a_paper_has_vietnamese_and_the_language_beside_it(french: Language) -> None:
    assert paired(BACK, (Language.VI, french)) == {"vi": "Quay lại", "other": "Retour", "lang": "fr"}
    assert paired(BACK, (french,)) == {"vi": "", "other": "Retour", "lang": "fr"}
    assert once(alike("1900 0000"), (Language.VI, french))["other"] == ""


def test_the_commands_speak_any_language_of_the_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_over(tmp_path / "own" / "content", FRENCH + '"nội dung đúng" = "contenu correct"\n')
    monkeypatch.setattr(paths, "config_overrides", lambda: tmp_path / "own")
    monkeypatch.setattr(paths, "state", lambda: tmp_path / "state")
    refused = CliRunner().invoke(kiosk, ["config", "check", "--lang", "km"])
    assert refused.exit_code == 2
    assert "'vi', 'en', 'fr'" in refused.output
    assert CliRunner().invoke(kiosk, ["config", "check", "--lang", "fr"]).exit_code == 0


def test_the_pseudo_language_is_longer_bracketed_and_keeps_gaps_and_marks() -> None:
    assert pseudo("Đến {place} và nộp %1 hồ sơ.") == "[Đếñ {place} và ñộp %1 hồ šơ. ~~~~]"
    assert gaps_of(pseudo(GO.vi)) == gaps_of(GO.vi)
    assert pseudo("  ") == "  "


def test_what_stands_outside_its_brackets_is_seen() -> None:
    assert outside(f"{pseudo('Quay lại')}: {pseudo('a [b] c')} 5") == ":  5"
    assert outside(f"{pseudo('Phí')} VND").strip() == "VND"
