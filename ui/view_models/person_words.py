"""The verdict of a read in one sentence."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from kiosk.i18n import Text
from kiosk.identification import FindingState, Verdict
from ui.shown.qml_values import known

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


class Trust(Enum):
    """How the verdict is shown; each its own kind of band."""

    NOTE = auto()
    GOOD = auto()
    CAREFUL = auto()
    BAD = auto()


@QmlElement
class Chip(QObject):
    """What the screen of a read card may ask about."""

    QEnum(known(Trust))


_SENTENCES: dict[Trust, Text] = {
    Trust.NOTE: Text(
        vi="Đây là thẻ mẫu để tập. Mọi thông tin đều là giả.",
        en="This is a specimen card for practice. All its details are made up.",
    ),
    Trust.GOOD: Text(
        vi="Chip thật, do cơ quan có thẩm quyền cấp. Thông tin chưa bị sửa.",
        en="The chip is genuine and issued by the authority. Its data are unchanged.",
    ),
    Trust.CAREFUL: Text(
        vi="Đã đọc xong. Máy chưa kiểm tra được hết. Ông/bà xem lại từng dòng.",
        en="Read. Not everything could be checked here. Please look over each line.",
    ),
    Trust.BAD: Text(
        vi="Chip của thẻ không qua được kiểm tra. Ông/bà đưa thẻ cho cán bộ xem.",
        en="The chip failed a check. Please show the card to an officer.",
    ),
}


def trust_of(verdict: Verdict) -> Trust:
    """The worst finding decides; a specimen is said to be one unless something failed.

    An access that differs from what was signed speaks against no value: it asks for care.
    """
    states = {verdict.integrity.state, verdict.chip.state, verdict.issuer.state}
    if FindingState.FAILED in states:
        return Trust.BAD
    if verdict.access.state is FindingState.FAILED:
        return Trust.CAREFUL
    if verdict.specimen:
        return Trust.NOTE
    return Trust.CAREFUL if FindingState.NOT_CHECKED in states else Trust.GOOD


def verdict_sentence(verdict: Verdict) -> Text:
    """The verdict in one sentence for the citizen."""
    return _SENTENCES[trust_of(verdict)]
