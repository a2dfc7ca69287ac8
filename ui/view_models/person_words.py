"""What the fields of the card are called on a screen, and the verdict of a read in one sentence."""

from __future__ import annotations

from enum import Enum

from kiosk.i18n import Text
from kiosk.identification import FindingState, Verdict
from kiosk.person import PersonField

FIELD_NAMES: dict[PersonField, Text] = {
    PersonField.PERSONAL_NUMBER: Text(vi="Số định danh cá nhân", en="Personal number"),
    PersonField.FULL_NAME: Text(vi="Họ và tên", en="Full name"),
    PersonField.DATE_OF_BIRTH: Text(vi="Ngày sinh", en="Date of birth"),
    PersonField.SEX: Text(vi="Giới tính", en="Sex"),
    PersonField.NATIONALITY: Text(vi="Quốc tịch", en="Nationality"),
    PersonField.ETHNICITY: Text(vi="Dân tộc", en="Ethnicity"),
    PersonField.RELIGION: Text(vi="Tôn giáo", en="Religion"),
    PersonField.PLACE_OF_ORIGIN: Text(vi="Quê quán", en="Place of origin"),
    PersonField.PLACE_OF_RESIDENCE: Text(vi="Nơi cư trú", en="Place of residence"),
    PersonField.IDENTIFYING_FEATURES: Text(vi="Đặc điểm nhận dạng", en="Identifying features"),
    PersonField.DATE_OF_ISSUE: Text(vi="Ngày cấp thẻ", en="Date of issue"),
    PersonField.DATE_OF_EXPIRY: Text(vi="Thẻ có giá trị đến", en="Card valid until"),
    PersonField.FATHER: Text(vi="Họ tên cha", en="Father's name"),
    PersonField.MOTHER: Text(vi="Họ tên mẹ", en="Mother's name"),
    PersonField.SPOUSE: Text(vi="Họ tên vợ hoặc chồng", en="Spouse's name"),
    PersonField.OLD_ID_NUMBER: Text(vi="Số chứng minh cũ", en="Old identity number"),
}


class Trust(Enum):
    """How the verdict is shown; the number is the kind of band."""

    NOTE = 0
    GOOD = 1
    CAREFUL = 2
    BAD = 3


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
    """The worst finding decides; a specimen is said to be one unless something failed."""
    states = {verdict.integrity.state, verdict.chip.state, verdict.issuer.state}
    if FindingState.FAILED in states:
        return Trust.BAD
    if verdict.specimen:
        return Trust.NOTE
    return Trust.CAREFUL if FindingState.NOT_CHECKED in states else Trust.GOOD


def verdict_sentence(verdict: Verdict) -> Text:
    """The verdict in one sentence for the citizen."""
    return _SENTENCES[trust_of(verdict)]
