"""What the rules say of a form and of the lists of places, to whoever writes it, behind the key path."""

from __future__ import annotations

from kiosk.i18n import Text

AGES_OF_MARRIAGE = Text(
    "cần 20 với nam, 18 với nữ (Điều 8 Luật Hôn nhân và gia đình)",
    "expected 20 for a man, 18 for a woman (Law on Marriage and Family, article 8)",
)
ANSWER_IS_NOT_USED = Text(
    "câu trả lời không được in và không quyết định điều gì", "its answer is never printed and decides nothing"
)
BEGINS_WITH_NO_KIND = Text(
    "{code} {name} không bắt đầu bằng từ chỉ loại đơn vị", "{code} {name} does not begin with the word for its kind"
)
BELONGS_TO_AN_ADDRESS = Text("chỉ dùng cho địa chỉ, không dùng cho {given}", "belongs to an address, not to {given}")
BELONGS_TO_A_TABLE = Text(
    "rows, columns, cells, grid và fixed chỉ dùng cho bảng", "rows, columns, cells, grid and fixed belong to a table"
)
BRACKET_NOT_CLOSED = Text("có dấu ngoặc chưa đóng", "a bracket is not closed")
CELLS_OF_A_ROW = Text("{len_row} ô, cần {columns}", "{counted}, expected {columns}")
CHOICE_OF_THE_GRID = Text(
    "{given}, cần câu hỏi choice có một lựa chọn cho mỗi cột sau cột đầu",
    "{given}, expected a choice with one option for each column after the first",
)
CODE_TWICE = Text("mã {code} là của hơn một {what}", "code {code} is that of more than one {what}")
COMMUNE_NAMED_TWICE = Text("{given} là tên của hơn một xã", "{given} is the name of more than one commune")
COUNTRY_NAMED_TWICE = Text("{name} là {known} và {code}", "{name} is {known} and {code}")
DOES_NOT_TAKE_IT = Text(
    "{given} không nhận được, cần một trong {kinds}", "{given} does not take it, expected one of {kinds}"
)
ELDERS_HAVE_A_YEAR = Text(
    "cần true; thẻ của một số người cao tuổi chỉ có năm", "expected true; the cards of some elders have only a year"
)
EVENT_MISSING = Text(
    "thiếu; ngày này xảy ra việc gì, để so sánh các ngày",
    "missing; what happened on this day, so that dates can be compared",
)
EXPECTED_A_QUESTION = Text("cần một câu hỏi, có dấu hỏi", "expected a question, with its question mark")
EXPLAINED_SHEET_ASKS_NOTHING = Text(
    "tờ giữ lại để giải thích (`printable = false`) không hỏi gì",
    "a sheet kept to explain it (`printable = false`) asks nothing",
)
FOREIGNERS_HAVE_NO_ANSWER = Text(
    "cần false; người mang hộ chiếu nước ngoài không có câu trả lời",
    "expected false; a person with a passport of another country has no answer",
)
FOR_CHOICES_ONLY = Text("chỉ dùng, và phải có, với choices", "expected for choices, and only there")
FOR_CHOICE_AND_CHOICES_ONLY = Text(
    "chỉ dùng, và phải có, với choice và choices", "expected for choice and choices, and only there"
)
FOR_CHOICE_ONLY = Text("chỉ dùng, và phải có, với choice", "expected for choice, and only there")
FOR_ROWS_ONLY = Text("chỉ dùng, và phải có, với rows", "expected for rows, and only there")
KEY_OF_AN_EARLIER_QUESTION = Text(
    "{given}, cần khóa của một câu hỏi ở trên", "{given}, expected the key of an earlier question"
)
KEY_OF_ROWS_OR_CHOICES = Text(
    "{given}, cần khóa của câu hỏi rows hoặc choices",
    "{given}, expected the key of a repeating or a choices question",
)
KEY_USED_TWICE = Text("khóa được dùng hai lần, cần một khóa riêng", "key is used twice, expected a key of its own")
KIN_MISSING = Text("thiếu cho {given}; là cha mẹ của ai?", "missing for {given}; whose parent is it?")
LEADS_TWO_WAYS = Text(
    "{name}, {district} dẫn đến {first} và đến {codes}", "{name}, {district} leads to {first} and to {codes}"
)
NAME_OF_ANOTHER_FORM = Text("{given}, cần tên của một tờ khai khác", "{given}, expected the name of another form")
NAME_OF_A_CELL = Text("không có {{{name}}}; có thể dùng {keys}", "{{{name}}} is not there; known are {keys}")
NOT_AMONG_FORMER_PROVINCES = Text(
    "{name}: {province} không có trong các tỉnh cũ", "{name}: {province} is not among the former provinces"
)
NOT_THE_FILE_OF_THE_PROVINCE = Text(
    "{file} không phải tệp của tỉnh {province}", "{file} is not the file of province {province}"
)
NO_ANSWER_OF_THE_FORM = Text(
    "{{{given}}} không phải câu trả lời của tờ khai này", "{{{given}}} is no answer of this form"
)
NO_COMMUNE_OF_THE_CODE = Text(
    "{name}: hiện không xã nào có mã {code}", "{name}: no commune of today has the code {code}"
)
ONE_CELL_FOR_EACH_COLUMN = Text(
    "{cells}, cần một ô cho mỗi cột trong {columns} cột", "{cells}, expected one for each of the {columns} columns"
)
ONE_OF_THE_ANSWERS = Text(
    "{question} là {given}, cần một trong {known}", "{question} is {given}, expected one of {known}"
)
ONE_OF_THE_FILTERS = Text("bộ lọc {name}, cần một trong {filters}", "filter {name}, expected one of {filters}")
ONE_OF_THE_GROUPS = Text("{group}, cần một trong {groups}", "{group}, expected one of {groups}")
OPTION_MISSING = Text("thiếu {missing}, mà {key} có thể in ra", "{missing} is missing, which {key} may print")
OTHER_PAPER_MISSING = Text(
    "thiếu; true nếu hộ chiếu thay được, false nếu chỉ cho công dân",
    "missing; true where a passport may take its place, false for citizens only",
)
PREPARATION_IS_NOT_SIGNED = Text(
    "tờ chỉ để chuẩn bị không phải mẫu chính thức và không ký",
    "a sheet that only prepares is not the official one and is not signed",
)
RELATIVES_HAVE_A_YEAR = Text(
    "cần true; có người thân chỉ biết năm sinh", "expected true; of some relatives only the year is known"
)
SECTION_HOLDS_NO_ANSWER = Text("tiêu đề mục không có câu trả lời", "a section heading holds no answer")
SIGNATURES_MISSING = Text("thiếu; tờ chính thức phải ký", "missing; an official sheet is signed")
TOO_MUCH_FOR_A_CELL = Text("rows và choices không đặt được trong ô", "rows and choices cannot stand in a cell")
TRUE_OR_FALSE_MISSING = Text("thiếu; cần true hoặc false", "missing; expected true or false")
VALUE_EMPTY_OR_WITH_COMMA = Text(
    "có giá trị trống hoặc có dấu phẩy, cần một từ ngắn", "a value is empty or holds a comma, expected a short word"
)
WHOSE_OF_A_BIRTH = Text(
    "{name}, cần một `whose` của ngày sinh, một trong {born}",
    "{name}, expected a `whose` of a date of birth, one of {born}",
)
WORD_FOR_THE_PERSON = Text(
    "cần một từ chỉ người, và để trống khi `event` là other",
    "expected a word for the person, and none where `event` is other",
)
YEAR_IS_ENOUGH = Text(
    "nói rằng chỉ cần năm; cần partial = true", "says that a year is enough; expected partial = true"
)
