"""How the screens word amounts, dates and facts; both languages, no markup."""

from __future__ import annotations

from datetime import date

from kiosk.content.fact import Fact
from kiosk.i18n import Language, Text
from kiosk.procedures.doubted import Source
from kiosk.procedures.procedure import Fee

FREE = Text(vi="Không mất phí", en="Free of charge")
UNCONFIRMED = Text(vi="Chưa xác minh, hỏi cán bộ", en="Unconfirmed, please ask the staff")
_CHECKED = Text(vi="Nguồn: {source}. Kiểm tra ngày {day}.", en="Source: {source}. Checked on {day}.")
_RESTS = Text(vi="{source}. Kiểm tra ngày {day}. Cho: {parts}.", en="{source}. Checked on {day}. For: {parts}.")
_ONLINE_DESK = Text(vi="Qua mạng {online}, tại quầy {desk}", en="Online {online}, at the desk {desk}")


def amount(vnd: int, language: Language) -> str:
    """An amount in đồng: `7.000 đồng`; in English `7,000 đồng`."""
    if vnd == 0:
        return FREE.say(language)
    return f"{language.number(vnd)} đồng"


def fee_line(fee: Fee | None, language: Language) -> str:
    """One short line for a list: both ways of filing when they differ, the content's words when no figure holds."""
    if fee is None:
        return UNCONFIRMED.say(language)
    online, desk = fee.online_vnd, fee.desk_vnd
    if online is None and desk is None:
        return fee.text.say(language)
    if online is None or desk is None or online == desk:
        return amount(online if online is not None else desk or 0, language)
    return _ONLINE_DESK.say(language).format(online=amount(online, language), desk=amount(desk, language))


def day(when: date) -> str:
    """A day as it is written here, `05/09/2026`, in every language."""
    return f"{when:%d/%m/%Y}"


def provenance(fact: Fact, language: Language) -> str:
    """Where a fact stands and when somebody checked it, as one line."""
    return _CHECKED.filled(source=fact.source, day=day(fact.checked)).say(language)


def source_line(source: Source, language: Language) -> str:
    """One line of the folded sources: where from, when checked, what rests on it."""
    return _RESTS.filled(source=source.name, day=day(source.checked), parts=source.parts).say(language)
