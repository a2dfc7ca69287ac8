"""How the installed screen is read: words of tesseract's table, found although a letter or a mark was read wrong."""

from __future__ import annotations

import pytest

from release.verify.eyes import folded, lines_of, places_of

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
ROWS = (
    (1, 0, 0, 0, 0, 2000, 1000, -1, ""),
    (5, 1, 1, 100, 10, 200, 40, 96, "Đồng"),
    (5, 1, 1, 320, 10, 100, 40, 91, "ỹ"),
    (5, 1, 1, 440, 10, 100, 40, 92, "và"),
    (5, 1, 2, 100, 200, 200, 40, 96, "Đồng"),
    (5, 1, 2, 320, 200, 100, 40, 91, "ý"),
    (5, 1, 3, 100, 400, 200, 40, 5, "Kết"),
    (5, 1, 4, 100, 600, 20, 40, 90, "®"),
)


def table() -> str:
    rows = [
        f"{level}\t1\t{block}\t1\t{line}\t1\t{left}\t{top}\t{wide}\t{high}\t{sure}\t{text}"
        for level, block, line, left, top, wide, high, sure, text in ROWS
    ]
    return "\n".join([HEAD, *rows])


def test_what_tesseract_is_unsure_of_and_what_has_no_letter_is_no_word() -> None:
    assert [[word.text for word in line] for line in lines_of(table())] == [["Đồng", "ỹ", "và"], ["Đồng", "ý"]]


def test_words_stand_in_parts_of_the_screen() -> None:
    (word, *_), *_ = lines_of(table())
    assert (word.box.left, word.box.top, word.box.right, word.box.bottom) == (0.05, 0.01, 0.15, 0.05)


def test_of_equal_places_the_one_that_stands_alone_comes_first() -> None:
    first, second = places_of(list(lines_of(table())), "Đồng ý")[:2]
    assert first.middle == pytest.approx((0.13, 0.22))
    assert second.middle == pytest.approx((0.13, 0.03))


def test_words_are_found_where_the_spaces_between_them_were_lost() -> None:
    row = "5\t1\t1\t1\t1\t1\t100\t10\t1200\t40\t96\tBỏqua,tiếptục"
    line = list(lines_of("\n".join([HEAD, table().splitlines()[1], row])))
    (seen,) = places_of(line, "Tiếp tục")
    assert seen.middle == pytest.approx((0.475, 0.03))


@pytest.mark.parametrize("words", ["Kết thúc", "Đóng lại", "Quét mã QR"])
def test_other_words_are_not_found(words: str) -> None:
    assert places_of(list(lines_of(table())), words) == []


def test_marks_spaces_and_case_do_not_count() -> None:
    assert folded("Đăng KÝ · tạm-trú") == folded("dang ky tam tru")
    assert folded("khai") == folded("khơi") != folded("khoe")
