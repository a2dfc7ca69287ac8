"""What the shipped content said against the law of 2026, thirty points, and says no more: one line of proof each.

The points are those of the review of November 2026; the sources stand at the facts themselves.
"""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.walk import walk
from kiosk.i18n import Text
from kiosk.procedures.in_time import Filing
from kiosk.procedures.procedure import Procedure
from tests.helpers.shipped import catalogue, forms

TODAY, NEW_YEAR = date(2026, 11, 29), date(2027, 1, 1)
ID_CARDS = ["the-can-cuoc", "doi-the-can-cuoc", "cap-lai-the-can-cuoc"]
RESIDENCE = ["dang-ky-thuong-tru", "dang-ky-tam-tru", "gia-han-tam-tru", "tach-ho"]
VEHICLES = ["dang-ky-xe-lan-dau", "dang-ky-xe-truc-tuyen", "sang-ten-xe", "cap-lai-dang-ky-xe"]
BY_POST = [
    "ban-sao-trich-luc-ho-tich", "ban-sao-tu-so-goc", "cai-chinh-ho-tich", "can-cuoc-duoi-14-tuoi",
    "cap-lai-the-bhyt-so-bhxh", "cap-lai-the-can-cuoc", "con-dau-moi-cap-tinh", "con-dau-moi-cap-xa",
    "dang-ky-ho-kinh-doanh", "dang-ky-ket-hon", "dang-ky-khai-sinh", "dang-ky-khai-tu", "dang-ky-lai-khai-sinh",
    "dang-ky-thue-lan-dau", "dieu-chinh-du-lieu-dan-cu", "doi-ten-hop-dong-dien", "doi-the-can-cuoc",
    "gia-han-bhyt-ho-gia-dinh", "giay-xac-nhan-khuyet-tat", "ho-chieu-pho-thong", "khai-sinh-kem-nhan-cha-me-con",
    "khoa-can-cuoc-dien-tu", "khoa-tai-khoan-dinh-danh", "mai-tang-phi-bao-tro-xa-hoi", "mai-tang-phi-huu-tri-xa-hoi",
    "nhan-cha-me-con", "phieu-ly-lich-tu-phap", "sang-ten-dat", "thi-tot-nghiep-thpt", "tro-cap-huu-tri-xa-hoi",
    "tro-cap-that-nghiep", "tro-cap-xa-hoi-hang-thang", "xac-nhan-dien-tich-nha-o", "xac-nhan-so-cmnd-cu",
    "xac-nhan-tinh-trang-hon-nhan", "xoa-dang-ky-tam-tru",
]  # fmt: skip


def one(name: str) -> Procedure:
    return catalogue().by_id[name]


def fee(name: str, day: date = TODAY) -> str:
    found = one(name).fee(day)
    assert found is not None
    return f"{found.text.vi}\n{found.exempt.vi if found.exempt else ''}"


def time(name: str) -> str:
    found = one(name).time_limit(TODAY)
    assert found is not None
    return found.text.vi


def laws(name: str) -> str:
    return " ".join(one(name).legal_basis_on(TODAY))


def papers(name: str, case: str) -> list[str]:
    return [paper.id for each in one(name).cases if each.id == case for paper in each.documents]


def ways(name: str) -> set[Filing]:
    return set(one(name).filing_on(TODAY))


def doubts(name: str) -> set[str]:
    return {fact.doubt for fact in (*one(name).fees, *one(name).time_limits, *one(name).notices_on(TODAY))} - {""}


POINTS = {
    "T1": lambda: all(one(name).fee_variants_on(TODAY) for name in (*ID_CARDS, *RESIDENCE, "ho-chieu-pho-thong")),
    "T2": lambda: one("giay-thong-hanh-lao").code == "1.012680" and "3 ngày" in time("giay-thong-hanh-lao"),
    "T2, half the fee online": lambda: "25.000" in fee("giay-thong-hanh-lao"),
    "T2, then the whole": lambda: "25.000" not in fee("giay-thong-hanh-lao", NEW_YEAR),
    "T3": lambda: "100.000" in fee("ho-chieu-pho-thong") and "400.000" in fee("ho-chieu-pho-thong", NEW_YEAR),
    "T3, what ended in 2023": lambda: "160.000" not in fee("ho-chieu-pho-thong"),
    "T4": lambda: "15.000" in fee("the-can-cuoc") and "30.000" in fee("the-can-cuoc", NEW_YEAR),
    "T5": lambda: "5 ngày làm việc" in time("the-can-cuoc") and "5 ngày làm việc" in time("cap-lai-the-can-cuoc"),
    "T6": lambda: all("118/2026" in laws(name) and "120/2026" in laws(name) for name in ID_CARDS),
    "T6, the form": lambda: forms()["can-cuoc-dc02"].status.value == "older",
    "T7": lambda: "107/2025" in laws("phieu-ly-lich-tu-phap") and "216/2026" in laws("phieu-ly-lich-tu-phap"),
    "T7, who": lambda: all(word in one("phieu-ly-lich-tu-phap").who_on(TODAY).vi for word in ("16 tuổi", "giám hộ")),
    "T7, no copy": lambda: all(not p.copies for c in one("phieu-ly-lich-tu-phap").cases for p in c.documents),
    "T7, by post": lambda: papers("phieu-ly-lich-tu-phap", "buu-dien") == ["to-khai", "giam"],
    "T7, time": lambda: "quy-dinh-cu" in doubts("phieu-ly-lich-tu-phap"),
    "T8": lambda: all("mọi người thường trú ở xã biên giới" in fee(name) for name in RESIDENCE),
    "T8, orphans": lambda: all("mồ côi" in fee(name) for name in RESIDENCE),
    "T9": lambda: "nửa ngày" in time("xac-nhan-thong-tin-cu-tru"),
    "T10": lambda: all("155/2025" in laws(name) and "37/2026" in laws(name) for name in VEHICLES),
    "T11": lambda: all(
        "135.000" in fee(name) and "154/2025" in laws(name) and "37/2023" not in laws(name)
        for name in ("doi-giay-phep-lai-xe", "cap-lai-giay-phep-lai-xe")
    ),
    "T12": lambda: "150.000" not in fee("dang-ky-ho-kinh-doanh") and "168/2025" in laws("dang-ky-ho-kinh-doanh"),
    "T13": lambda: "thấp hơn" in one("tro-cap-huu-tri-xa-hoi").who_on(TODAY).vi,
    "T14": lambda: "chưa có quyết định" in one("mai-tang-phi-huu-tri-xa-hoi").who_on(TODAY).vi,
    "T15": lambda: any("2.200.000" in n.text.vi for n in one("ho-ngheo-can-ngheo").notices_on(NEW_YEAR)),
    "T16": lambda: "113.850 đồng" in fee("gia-han-bhyt-ho-gia-dinh") and "%" not in fee("gia-han-bhyt-ho-gia-dinh"),
    "T17": lambda: "18 ngày" in time("sang-ten-dat") and "lỗi" not in time("sang-ten-dat"),
    "T18": lambda: "6 tuổi" in one("vneid-nguoi-nuoc-ngoai").who_on(TODAY).vi,
    "T19": lambda: all("169/2025" in laws(n) and "320/2026" in laws(n) for n in ("vneid-muc-1", "vneid-muc-2")),
    "T20": lambda: "không quá 5 ngày làm việc" in time("dang-ky-ket-hon"),
    "T21": lambda: [name for name in BY_POST if Filing.POST not in ways(name)] == [],
    "T22": lambda: (
        {Filing.DESK, Filing.POST} <= ways("doi-ten-hop-dong-dien") and Filing.DESK in ways("cap-dien-moi")
    ),
    "T23": lambda: forms()["ho-chieu-tk01"].statements[0].startswith("Tôi xin cam đoan"),
    "T24": lambda: one("bao-mat-ho-chieu").code == "1.010386" and {"ho-chieu-tk05", "ho-chieu-tk01a"} <= set(forms()),
    "T25": lambda: all(
        not isinstance(way, Filing) and bool(way.source)
        for name in ("xac-nhan-thong-tin-cu-tru", "xoa-dang-ky-thuong-tru", "dieu-chinh-thong-tin-cu-tru")
        for way in one(name).filing
        if way == Filing.DESK or getattr(way, "way", None) is Filing.DESK
    ),
    "T26": lambda: "18/2026/TT-BTC" in laws("dang-ky-ho-kinh-doanh") + laws("khai-thue-ho-kinh-doanh"),
    "T27": lambda: all(
        "108/2026/TT-BCA" in laws(name) for name in ("doi-giay-phep-lai-xe", "cap-lai-giay-phep-lai-xe")
    ),
    "T27, the form": lambda: (
        forms()["gplx"].status.value == "older" and "Đang hiệu lực" not in forms()["gplx"].source
    ),
    "T28": lambda: "14, 25, 40, 60 tuổi" in fee("the-can-cuoc") and doubts("the-can-cuoc") == {"doi-the-theo-tuoi"},
    "T29": lambda: "25, 40 và 60 tuổi" in (one("the-can-cuoc").notes or Text("", "")).vi,
}


@pytest.mark.parametrize("point", POINTS)
def test_a_point_of_the_review_is_right(point: str) -> None:
    assert POINTS[point]()


def test_no_fact_says_in_its_words_that_it_is_not_confirmed() -> None:
    """T30; the screen says it by itself, from `confidence`."""
    found = [(path, text.vi) for each in catalogue().all() for path, text in walk(each) if isinstance(text, Text)]
    assert not [said for path, said in found if "staff" not in path and "chưa xác minh" in said.lower()]
