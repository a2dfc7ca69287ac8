"""What the lodging list says: fields, what is missing on a guest, what is unlikely; on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.filing.guests import GuestField
from kiosk.i18n import Text, alike, joined
from kiosk.officer.lodging.guest import Guest, GuestSource
from kiosk.officer.lodging.judging import ADULT_FROM, LODGING_DAYS, OWN_CARD_FROM, GuestFault, GuestNote

FIELDS: Mapping[GuestField, Text] = {
    GuestField.NAME: Text("Họ và tên", "Full name"),
    GuestField.BIRTH: Text("Ngày sinh", "Date of birth"),
    GuestField.SEX: Text("Giới tính", "Sex"),
    GuestField.NUMBER: Text("Số căn cước, hộ chiếu", "Number of card or passport"),
    GuestField.NATIONALITY: Text("Quốc tịch", "Nationality"),
    GuestField.ETHNICITY: Text("Dân tộc", "Ethnic group"),
    GuestField.RESIDENCE: Text("Nơi cư trú", "Place of residence"),
    GuestField.ROOM: Text("Số phòng", "Room"),
    GuestField.ARRIVAL: Text("Từ ngày", "From"),
    GuestField.DEPARTURE: Text("Đến ngày", "To"),
    GuestField.REASON: Text("Lý do", "Reason"),
    GuestField.OCCUPATION: Text("Nghề nghiệp", "Occupation"),
    GuestField.WORKPLACE: Text("Nơi làm việc", "Place of work"),
    GuestField.COMPANY: Text("Đi cùng", "Stays with"),
}
HINTS: Mapping[GuestField, Text] = {
    GuestField.BIRTH: Text("Ví dụ 05/03/1990; chỉ biết năm thì ghi năm.", "Like 05/03/1990; the year alone will do."),
    GuestField.NUMBER: Text("Trẻ dưới 14 tuổi có thể để trống.", "May stay empty for a child under 14."),
    GuestField.DEPARTURE: Text("Chưa biết thì để trống.", "Leave it empty while it is not known."),
}
FAULTS: Mapping[GuestFault, Text] = {
    GuestFault.NAME_MISSING: Text("Chưa có họ tên.", "The name is missing."),
    GuestFault.NAME_SHAPE: Text("Họ tên chỉ gồm chữ cái.", "A name has letters only."),
    GuestFault.BIRTH_MISSING: Text("Chưa có ngày sinh.", "The date of birth is missing."),
    GuestFault.BIRTH_SHAPE: Text("Ngày sinh này không có trong lịch.", "This is no date of the calendar."),
    GuestFault.BIRTH_CANNOT_BE: Text("Ngày sinh này không thể đúng.", "This date of birth cannot be right."),
    GuestFault.SEX_MISSING: Text("Chưa chọn nam hay nữ.", "Male or female is not chosen yet."),
    GuestFault.NUMBER_MISSING: Text(
        "Từ {age} tuổi phải có số giấy tờ.", "From {age} years on a number is needed."
    ).filled(age=str(OWN_CARD_FROM)),
    GuestFault.NUMBER_SHAPE: Text(
        "Số căn cước có 12 chữ số; hộ chiếu có 5 đến 9 chữ và số.",
        "A personal number has 12 digits; a passport 5 to 9 letters and digits.",
    ),
    GuestFault.TWICE: Text("Khách này đã có trong danh sách.", "This guest is on the list already."),
    GuestFault.GUARDIAN_MISSING: Text(
        "Trẻ dưới {age} tuổi: chưa ghi đi cùng ai.", "A child under {age}: with whom is not said."
    ).filled(age=str(OWN_CARD_FROM)),
    GuestFault.GUARDIAN_TOO_YOUNG: Text(
        "Người đi cùng trẻ phải đủ {age} tuổi.", "Whoever a child stays with must be {age}."
    ).filled(age=str(ADULT_FROM)),
    GuestFault.NO_CHILD: Text(
        "Đã đủ {age} tuổi: phải ghi số giấy tờ.", "Already {age}: the number is needed."
    ).filled(age=str(OWN_CARD_FROM)),
    GuestFault.ARRIVAL_MISSING: Text("Chưa có ngày đến.", "The day of arrival is missing."),
    GuestFault.ARRIVAL_SHAPE: Text("Ngày đến ghi đủ ngày, tháng, năm.", "Give day, month and year of the arrival."),
    GuestFault.DEPARTURE_SHAPE: Text(
        "Ngày đi ghi đủ ngày, tháng, năm.", "Give day, month and year of the departure."
    ),
    GuestFault.WRONG_WAY_ROUND: Text("Ngày đi trước ngày đến.", "The departure is before the arrival."),
    GuestFault.REASON_MISSING: Text("Chưa có lý do.", "The reason is missing."),
}
NOTES: Mapping[GuestNote, Text] = {
    GuestNote.LONG_STAY: Text(
        "Ở từ {days} ngày là tạm trú, không phải lưu trú; khách cần đăng ký tạm trú.",
        "From {days} days on it is temporary residence, which the guest registers.",
    ).filled(days=str(LODGING_DAYS)),
    GuestNote.CARD_OF_A_CHILD: Text("Thẻ của trẻ dưới {age} tuổi.", "The card of a child under {age}.").filled(
        age=str(OWN_CARD_FROM)
    ),
}
CAME: Mapping[GuestSource, Text] = {
    GuestSource.CARD: Text("đọc từ thẻ", "read from the card"),
    GuestSource.TYPED: Text("gõ tay", "typed"),
    GuestSource.WITH: Text("trẻ đi cùng", "child"),
}
NOBODY = Text("Không đi cùng ai trong danh sách", "With nobody on the list")
NAMELESS = Text("Chưa có họ tên", "No name yet")
ROOM = Text("phòng {room}", "room {room}")
FROM = Text("từ {arrival}", "from {arrival}")
TO = Text("đến {departure}", "to {departure}")
SPECIMEN_NOTE = Text("Có thẻ mẫu, chỉ để tập", "Holds a specimen, for practice only")
YES = Text("Có", "Yes")
HOUSE = Text("Nơi lưu trú", "Place of stay")
WHERE = Text("Xã, phường", "Commune, ward")
PROVINCE = Text("Tỉnh, thành phố", "Province")
MADE = Text("Lập lúc", "Made at")
NO_LAYOUT = Text(
    "Chưa thấy mẫu chính thức của danh sách này; hỏi Công an xã.",
    "No official layout of this list was seen; ask the commune police.",
)
"""At the foot of the paper, for as long as that holds."""
COLUMNS = Text("Về các cột", "About the columns")
COLUMNS_FROM = Text("Nguồn của các cột", "Where the columns are from")


def stay(guest: Guest, offered: Iterable[Text] = ()) -> Text:
    """ "phòng 12, từ 30/11/2026, đến 02/12/2026, Du lịch", as far as it is known; one of the `offered` reasons in the
    reader's language, another as it was typed."""
    reason = guest.get(GuestField.REASON)
    parts = {ROOM: GuestField.ROOM, FROM: GuestField.ARRIVAL, TO: GuestField.DEPARTURE}
    known = {pattern: guest.get(name) for pattern, name in parts.items() if guest.get(name)}
    said = [
        *(pattern.filled(room=value, arrival=value, departure=value) for pattern, value in known.items()),
        *([next((each for each in offered if each.vi == reason), alike(reason))] if reason else []),
    ]
    return joined(", ", said)
