"""The posted list and the posters of steps, as they ship."""

from __future__ import annotations

import msgspec
import pytest

from kiosk.documents import Poster, PosterSize, Typesetter, posted_list, steps_poster
from tests.helpers import shipped
from tests.helpers.pages import ink_margins, qr_texts, text_of, words_outside
from tests.unit.kiosk.documents import procedures
from tests.unit.kiosk.documents.sheets import PRINTED_ON


@pytest.mark.parametrize("size", PosterSize)
def test_every_procedure_is_posted_with_code_and_a_qr_that_reads(typesetter: Typesetter, size: PosterSize) -> None:
    shipped = procedures.shipped()
    commune = procedures.commune()
    posted = posted_list(typesetter, shipped, commune=commune, printed_on=PRINTED_ON, size=size)
    text = text_of(posted.pdf)
    assert posted.pages > 1
    assert all(procedure.code in text for procedure in shipped.all() if procedure.code)
    assert all(procedure.name.vi in text for procedure in shipped.all())
    wanted = {procedure.portal_on(PRINTED_ON).search_url for procedure in shipped.all()}
    if size is PosterSize.A4:  # where they are smallest; `test_every_paper` reads those of the larger one
        assert set(qr_texts(posted.pdf)) == wanted
    assert words_outside(posted.pdf) == []


def test_amounts_are_written_once_and_doubt_beside_them(typesetter: Typesetter) -> None:
    posted = posted_list(
        typesetter, procedures.small_catalogue(), commune=procedures.commune(), printed_on=PRINTED_ON
    )
    text = text_of(posted.pdf)
    assert "Lệ phí: qua mạng 7.000 đồng, tại quầy 15.000 đồng Thời hạn" in text
    assert "3 ngày làm việc (chưa xác minh, hỏi cán bộ)" in text
    assert "chưa có mã" in text


@pytest.mark.parametrize("size", PosterSize)
@pytest.mark.parametrize("name", ["bay-cach", "vneid"])
def test_the_posters_that_ship_fit_one_page_and_name_their_source(
    typesetter: Typesetter, name: str, size: PosterSize
) -> None:
    pack = shipped.PACK
    poster = pack.folder("posters", Poster)[name]
    sheet = steps_poster(typesetter, poster, commune=procedures.commune(), printed_on=PRINTED_ON, size=size)
    text = text_of(sheet.pdf)
    assert pack.faults == ()
    assert sheet.pages == 1
    assert poster.source in text
    assert "chưa xác minh, hỏi cán bộ" in text
    assert qr_texts(sheet.pdf) == [code.address for code in poster.codes]
    assert min(ink_margins(sheet.pdf)) >= 5.0


@pytest.mark.parametrize("size", PosterSize)
def test_a_footer_of_many_lines_lifts_the_page_instead_of_reaching_the_edge(
    typesetter: Typesetter, size: PosterSize
) -> None:
    poster = shipped.PACK.folder("posters", Poster)["bay-cach"]
    wordy = msgspec.structs.replace(poster, source=poster.source + "; Quyết định số 1/2026/QĐ-TTg" * 40)
    sheet = steps_poster(typesetter, wordy, commune=procedures.commune(), printed_on=PRINTED_ON, size=size)
    assert text_of(sheet.pdf).replace(" ", "").count("Quyếtđịnhsố1") == 40 * sheet.pages
    assert min(ink_margins(sheet.pdf)) >= 5.0


def test_the_seven_ways_are_seven() -> None:
    assert len(shipped.PACK.folder("posters", Poster)["bay-cach"].steps) == 7
