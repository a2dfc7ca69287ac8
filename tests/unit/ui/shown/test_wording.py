"""Amounts, fees and provenance in both languages."""

from __future__ import annotations

from datetime import date

from kiosk.content.fact import Confidence, Fact
from kiosk.i18n import Language, Text
from kiosk.procedures.procedure import Fee
from ui.shown.wording import amount, fee_line, provenance


def fee(online: int | None, desk: int | None) -> Fee:
    return Fee(
        online_vnd=online,
        desk_vnd=desk,
        text=Text(vi="theo bảng giá", en="by the price list"),
        source="Thông tư 1",
        checked=date(2026, 9, 5),
        confidence=Confidence.HIGH,
    )


def test_an_amount_is_grouped_as_the_language_groups_it() -> None:
    assert amount(20_000, Language.VI) == "20.000 đồng"
    assert amount(20_000, Language.EN) == "20,000 đồng"
    assert amount(0, Language.VI) == "Không mất phí"


def test_a_fee_names_both_ways_only_when_they_differ() -> None:
    assert fee_line(fee(7_000, 15_000), Language.VI) == "Qua mạng 7.000 đồng, tại quầy 15.000 đồng"
    assert fee_line(fee(0, 0), Language.EN) == "Free of charge"
    assert fee_line(fee(None, None), Language.VI) == "theo bảng giá"
    assert fee_line(None, Language.VI) == "Chưa xác minh, hỏi cán bộ"


def test_a_fact_names_its_source_and_the_day_of_its_check() -> None:
    fact = Fact(source="báo chí", checked=date(2026, 9, 5), confidence=Confidence.LOW)
    assert provenance(fact, Language.VI) == "Nguồn: báo chí. Kiểm tra ngày 05/09/2026."
    assert provenance(fact, Language.EN) == "Source: báo chí. Checked on 05/09/2026."
