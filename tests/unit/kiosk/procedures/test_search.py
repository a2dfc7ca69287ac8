"""Search over a small catalogue of made-up size: each way of writing finds the same procedure."""

from __future__ import annotations

import gc
import sqlite3
from typing import Any

import pytest

from kiosk.procedures.search import Search
from kiosk.procedures.search_index import EntryKind, IndexEntry, Phrase, SearchIndex
from kiosk.procedures.words import lexicon

WORDS = lexicon({"gplx": "giấy phép lái xe", "bhyt": "bảo hiểm y tế"})
FILLER = ("tôi", "muốn", "làm", "cho", "cần", "của", "thì", "gì", "đòi", "do")
SHIPPED = [
    IndexEntry(id="thuong-tru", code="1.004222", name="Đăng ký thường trú", aliases=("nhập khẩu", "chuyển hộ khẩu")),
    IndexEntry(id="tam-tru", code="1.004194", name="Đăng ký tạm trú", aliases=("ở trọ",)),
    IndexEntry(id="khai-sinh", code="1.001193", name="Làm giấy khai sinh", aliases=("con mới sinh",)),
    IndexEntry(id="bang-lai", code="3.000347", name="Đổi giấy phép lái xe", aliases=("bằng lái",)),
    IndexEntry(id="so-do", code="1.013831", name="Sang tên quyền sử dụng đất", aliases=("sổ đỏ", "bìa đỏ")),
    IndexEntry(id="bhyt", code="1.001939", name="Mua bảo hiểm y tế"),
    IndexEntry(id="phat", code=None, name="Nộp phạt giao thông", aliases=("phạt nguội",)),
]
NATIONAL = [
    IndexEntry(kind=EntryKind.NATIONAL, id=None, code="1.004222", name="Đăng ký thường trú"),
    IndexEntry(kind=EntryKind.NATIONAL, id=None, code="2.009999", name="Cấp giấy phép nhập khẩu giống cây trồng"),
    IndexEntry(kind=EntryKind.NATIONAL, id=None, code="2.000001", name="Cấp phép xây nhà máy điện"),
    IndexEntry(kind=EntryKind.NATIONAL, id=None, code="2.000002", name="Cấp phép xây nhà ở riêng", near=True),
]


def search(*, national: bool = False, popular: tuple[str, ...] = ()) -> Search:
    index = SearchIndex.build(NATIONAL, WORDS) if national else None
    return Search(SearchIndex.build(SHIPPED, WORDS), WORDS, filler=FILLER, popular=popular, national=index)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("đăng ký thường trú", "thuong-tru"),
        ("dang ky thuong tru", "thuong-tru"),
        ("DANG KY THUONG TRU", "thuong-tru"),
        ("ddawng kys thuwowngf trus", "thuong-tru"),
        ("d9a8ng ky1 thu7o7ng2 tru1", "thuong-tru"),
        ("dktt", "thuong-tru"),
        ("thường chú", "thuong-tru"),
        ("thuogn tru", "thuong-tru"),
        ("thuongtru", "thuong-tru"),
        ("dang ky thuo", "thuong-tru"),
        ("nhap khau", "thuong-tru"),
        ("tôi muốn nhập khẩu cho vợ tôi", "thuong-tru"),
        ("gplx", "bang-lai"),
        ("giấy phép lái", "bang-lai"),
        ("xổ đỏ", "so-do"),
        ("so do", "so-do"),
        ("bhyt", "bhyt"),
        ("1.004222", "thuong-tru"),
        ("1004222", "thuong-tru"),
        ("3.0003", "bang-lai"),
        ("phat nguoi", "phat"),
    ],
)
def test_every_way_of_writing_finds_the_procedure(query: str, found: str) -> None:
    assert search().find(query)[0].id == found


def test_ranks_count_from_one() -> None:
    assert [hit.rank for hit in search().find("đăng ký")] == [1, 2]


@pytest.mark.parametrize(
    "query", ["", "   ", "?!", '"', "AND OR NOT", "*", "a" * 5000, "\u0000", "😀", "' OR 1=1 --"]
)
def test_nothing_that_can_be_typed_breaks_the_search(query: str) -> None:
    assert isinstance(search().find(query), list)


def test_popular_services_come_first_among_equals() -> None:
    first = search(popular=("tam-tru",)).find("đăng ký")[0]
    assert first.id == "tam-tru"


def test_a_code_known_twice_is_shown_once() -> None:
    codes = [hit.code for hit in search(national=True).find("đăng ký thường trú")]
    assert codes.count("1.004222") == 1


def test_a_procedure_of_the_national_catalogue_is_found_without_a_page_of_its_own() -> None:
    hit = search(national=True).find("giay phep nhap khau giong cay trong")[0]
    assert (hit.id, hit.code) == (None, "2.009999")


def test_the_everyday_meaning_beats_the_official_one() -> None:
    assert search(national=True).find("nhập khẩu")[0].id == "thuong-tru"


def test_marks_tell_words_apart_when_they_are_written() -> None:
    shipped = [
        IndexEntry(id="mat", code=None, name="Mất giấy tờ"),
        IndexEntry(id="mat-troi", code=None, name="Mặt giấy tờ"),
    ]
    found = Search(SearchIndex.build(shipped, WORDS), WORDS)
    assert found.find("mặt giấy tờ")[0].id == "mat-troi"
    assert found.find("mất giấy tờ")[0].id == "mat"


def test_a_filler_typed_without_marks_still_counts_where_it_may_be_a_telling_word() -> None:
    assert search().find("doi")[0].id == "bang-lai"
    assert search().find("bia do")[0].id == "so-do"


def test_of_two_that_answer_as_well_the_one_settled_at_the_commune_comes_first() -> None:
    assert search(national=True).find("cấp phép xây nhà")[0].code == "2.000002"


def test_what_earlier_questions_read_is_let_go_and_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    index = SearchIndex.build(SHIPPED, WORDS)
    asked = Search(index, WORDS, filler=FILLER)
    monkeypatch.setattr("kiosk.procedures.search_index.KEPT", 2)
    kept = []
    for query in ("thường trú", "khai sinh", "bảo hiểm", "giấy phép", "phạt", "sổ đỏ", "thường trú"):
        index.let_go()
        kept.append(index.kept)
        found = [hit.id for hit in asked.find(query)]
    assert max(kept) <= 2
    assert found[0] == "thuong-tru"


def test_of_phrases_let_go_nothing_is_kept_however_often_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Search(SearchIndex.build(SHIPPED, WORDS), WORDS, filler=FILLER)
    monkeypatch.setattr("kiosk.procedures.search_index.KEPT", 2)

    def there() -> int:
        for query in ("thường trú", "khai sinh", "bảo hiểm", "giấy phép", "phạt", "sổ đỏ"):
            asked.find(query)
        return sum(isinstance(each, Phrase) for each in gc.get_objects())

    assert len({there() for _ in range(3)}) == 1


def test_a_search_that_nobody_holds_any_more_leaves_no_database_open(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*words: Any, **how: Any) -> sqlite3.Connection:
        opened.append(connect(*words, **how))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    search = Search(SearchIndex.build(SHIPPED, WORDS), WORDS, filler=FILLER)
    search.find("khai sinh")
    del search
    gc.collect()
    (connection,) = opened
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")
