"""The person record and where each value came from (chip, MRZ, typed, corrected).

Values are text as printed on the card (dates dd/mm/yyyy), NFC, trimmed. The field names are those of DG13 of the
Vietnamese card; see `devices.emrtd.lds.dg13`. Only `kiosk.session` keeps one of these for longer than a call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Final

from kiosk.i18n import Text, alike


class Origin(Enum):
    """Where a value came from; every screen and check-answers line shows it."""

    CHIP = "chip"
    MRZ = "mrz"
    TYPED = "typed"
    CORRECTED = "corrected"


class PersonField(StrEnum):
    """The sixteen fields of DG13, in order, by name."""

    PERSONAL_NUMBER = "personal_number"
    FULL_NAME = "full_name"
    DATE_OF_BIRTH = "date_of_birth"
    SEX = "sex"
    NATIONALITY = "nationality"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    PLACE_OF_ORIGIN = "place_of_origin"
    PLACE_OF_RESIDENCE = "place_of_residence"
    IDENTIFYING_FEATURES = "identifying_features"
    DATE_OF_ISSUE = "date_of_issue"
    DATE_OF_EXPIRY = "date_of_expiry"
    FATHER = "father"
    MOTHER = "mother"
    SPOUSE = "spouse"
    OLD_ID_NUMBER = "old_id_number"


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
"""What consent screen, person screen and receipt call them."""
SEXES: Final = (Text(vi="Nam", en="Male"), Text(vi="Nữ", en="Female"))
UNLIMITED: Final = Text(vi="Không thời hạn", en="No expiry")
"""In place of the day of expiry: as the chip writes it, and as the kiosk writes the MRZ's 991231."""
_WORDS: Final[Mapping[PersonField, tuple[Text, ...]]] = {
    PersonField.SEX: SEXES,
    PersonField.DATE_OF_EXPIRY: (UNLIMITED,),
}


def in_words(name: PersonField, value: str) -> Text:
    """A value as a screen says it: words of the card in the reader's language, names and dates as they stand.

    What is written into a form, a list or a register stays the value itself.
    """
    known = (text for text in _WORDS.get(name, ()) if text.vi.casefold() == value.casefold())
    return next(known, alike(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """One value and its origin."""

    value: str = field(repr=False)
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """What is known of one person; absent fields are absent, never blank. Never shown by `repr`."""

    fields: Mapping[PersonField, Sourced] = field(default_factory=dict, repr=False)
    photo: bytes | None = field(default=None, repr=False)
    """JPEG or JPEG 2000 bytes of DG2, if asked for and present."""

    def get(self, name: PersonField) -> str | None:
        """The value of one field, or None."""
        sourced = self.fields.get(name)
        return sourced.value if sourced else None
