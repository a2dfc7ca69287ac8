"""The three findings of a read, in words an officer may act on, and the advice that follows from the worst.

A finding that was not checked claims nothing and accuses nobody: many stations have no root of the issuer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.i18n import Text
from kiosk.identification import Finding, FindingState, Reason, Verdict
from kiosk.officer.validity import Validity


class Proved(Enum):
    """The three things a chip can prove."""

    INTEGRITY = auto()
    CHIP = auto()
    ISSUER = auto()


class Advice(Enum):
    """What an officer may do with the card."""

    USE = auto()
    LOOK_CLOSER = auto()
    DO_NOT_RELY = auto()
    PRACTICE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSentence:
    """One finding as it is told: the sentence, and how it stands."""

    text: Text
    state: FindingState


_TOLD: Mapping[tuple[Proved, FindingState], Text] = {
    (Proved.INTEGRITY, FindingState.CONFIRMED): Text(
        "Dữ liệu trong chip còn nguyên như lúc cấp.", "The data in the chip is as it was issued."
    ),
    (Proved.INTEGRITY, FindingState.FAILED): Text(
        "Dữ liệu trong chip không khớp chữ ký. Không dựa vào thẻ này; hỏi giấy tờ khác và báo Công an xã.",
        "The data in the chip does not match its signature. Do not rely on this card; ask for other papers and tell "
        "the police.",
    ),
    (Proved.INTEGRITY, FindingState.NOT_CHECKED): Text(
        "Máy chưa biết dữ liệu trong chip có bị sửa không. Hỏi thêm giấy tờ khác.",
        "Whether the data was changed is not known. Ask for another paper too.",
    ),
    (Proved.CHIP, FindingState.CONFIRMED): Text("Chip là bản gốc.", "The chip is no copy."),
    (Proved.CHIP, FindingState.FAILED): Text(
        "Chip có dấu hiệu là bản sao. Không dựa vào thẻ này; hỏi giấy tờ khác và báo Công an xã.",
        "The chip seems to be a copy. Do not rely on this card; ask for other papers and tell the police.",
    ),
    (Proved.CHIP, FindingState.NOT_CHECKED): Text(
        "Chip chưa chứng minh được là bản gốc. Xem kỹ mặt thẻ và ảnh.",
        "The chip gave no proof that it is no copy. Look closely at the card and its photo.",
    ),
    (Proved.ISSUER, FindingState.CONFIRMED): Text(
        "Thẻ do cơ quan có thẩm quyền cấp.", "The card was issued by the authority."
    ),
    (Proved.ISSUER, FindingState.FAILED): Text(
        "Chữ ký trên thẻ không được công nhận. Xem ngày giờ của máy; nếu đúng thì hỏi giấy tờ khác.",
        "The signature on the card is not accepted. Check this computer's clock; if it is right, ask for other "
        "papers.",
    ),
    (Proved.ISSUER, FindingState.NOT_CHECKED): Text(
        "Máy chưa có chứng thư gốc nên chưa biết ai ký thẻ. Dựa vào mặt thẻ và ảnh.",
        "Without the issuer's root this computer cannot tell who signed. Go by the card itself and the photo.",
    ),
}
_SPECIMEN = Text("Thẻ mẫu để tập, không phải thẻ thật.", "A specimen for practice, not a real card.")

ADVICE: Mapping[Advice, Text] = {
    Advice.USE: Text("Chip qua được cả ba kiểm tra.", "The chip passed all three checks."),
    Advice.LOOK_CLOSER: Text(
        "Máy chưa kiểm tra được hết. Xem kỹ thẻ bằng mắt.", "Not everything could be checked. Look closely yourself."
    ),
    Advice.DO_NOT_RELY: Text("Có kiểm tra không qua. Không dựa vào thẻ này.", "A check failed. Do not rely on it."),
    Advice.PRACTICE: Text("Thẻ mẫu: chỉ để tập.", "A specimen card: for practice only."),
}

MISMATCH: tuple[Text, ...] = (
    Text("Không giữ thẻ, trả lại cho người đưa.", "Do not keep the card; hand it back."),
    Text("Mời họ xuất trình giấy tờ khác có ảnh.", "Ask for another paper with a photo."),
    Text(
        "Vẫn nghi ngờ thì dừng việc và báo Công an xã.",
        "If doubt remains, stop and tell the commune police.",
    ),
)
"""The way on when the person is not the one on the card."""


def told_findings(verdict: Verdict) -> tuple[FindingSentence, ...]:
    """Integrity, chip, issuer, each in one sentence."""
    of = {Proved.INTEGRITY: verdict.integrity, Proved.CHIP: verdict.chip, Proved.ISSUER: verdict.issuer}
    return tuple(_told(question, finding) for question, finding in of.items())


def _told(question: Proved, finding: Finding) -> FindingSentence:
    text = _SPECIMEN if finding.reason is Reason.ISSUER_SPECIMEN else _TOLD[question, finding.state]
    return FindingSentence(text=text, state=finding.state)


def advice_of(verdict: Verdict, validity: Validity) -> Advice:
    """The worst finding decides; an expired card asks for a closer look."""
    states = {verdict.integrity.state, verdict.chip.state, verdict.issuer.state}
    if FindingState.FAILED in states:
        return Advice.DO_NOT_RELY
    if verdict.specimen:
        return Advice.PRACTICE
    still_valid = validity in (Validity.VALID, Validity.FOR_LIFE)
    return Advice.USE if still_valid and FindingState.NOT_CHECKED not in states else Advice.LOOK_CLOSER
