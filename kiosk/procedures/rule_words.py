"""What the rules say of a procedure and of the lists beside it, to whoever writes them, behind the key path."""

from __future__ import annotations

from kiosk.i18n import Text

ADDRESS_TOO_LONG = Text(
    "dài {address} chữ, nhiều nhất {longest_address}: địa chỉ này được in thành mã QR",
    "has {address} letters, at most {longest_address}: it is printed as a QR",
)
CODE_OF_ANOTHER = Text(
    "mã {code} cũng là của procedures/{first}.toml", "code {code} is also that of procedures/{first}.toml"
)
DOES_NOT_SAY_FIGURE = Text("không nói {given}, là con số ghi bên cạnh", "does not say {given}, the figure beside it")
FEES_OF_ONE_PROVINCE_ONLY = Text(
    "mức nào cũng là mức riêng của một tỉnh, tỉnh khác không có gì; cần thêm một mức không ghi `province`",
    "each is one province's own: nothing is said in the others; add one without `province`",
)
FORM_BEGINS_LATER = Text(
    "{file} có hiệu lực từ ngày {starts}; cần ngày đó hoặc muộn hơn",
    "{file} begins on {starts}; expected that day or a later one",
)
FORM_ENDS_EARLIER = Text(
    "{file} hết hiệu lực ngày {ends}; cần ngày đó hoặc sớm hơn",
    "{file} ends on {ends}; expected that day or an earlier one",
)
HTTPS_ADDRESS = Text("cần địa chỉ bắt đầu bằng https://", "expected an address that begins with https://")
MISSING_EVERYDAY_NAME = Text(
    "thiếu: người dân quen gọi là gì, để tìm được", "missing: what people call it, for the search"
)
MISSING_OF_AN_ESSENTIAL_SERVICE = Text(
    "thiếu: dịch vụ thiết yếu phải có mục này", "missing: an essential service says this"
)
MORE_CERTAIN_THAN_THE_FORM = Text(
    "chắc chắn hơn {file}, tệp đó ghi `{given}`", "more certain than {file}, which says `{given}`"
)
NOT_AMONG_THE_FORMS = Text(
    "`{given}` không có trong `forms` của thủ tục này", "`{given}` is not among the `forms` of this procedure"
)
NOT_FOUND_BY_NAME = Text(
    "tìm theo tên này không ra trong {given} kết quả đầu",
    "the search does not find it among the first {given} by this name",
)
NO_AGENCY_CALLED = Text("không có cơ quan nào tên `{given}`", "no agency is called `{given}`")
NO_AMOUNT_SAID = Text(
    "không nói bao nhiêu; cần “… đồng”, “0 đồng”, “Hỏi cán bộ” hoặc “Hỏi cán bộ mức của tỉnh”",
    "says no amount; expected “… đồng”, “0 đồng”, “Hỏi cán bộ” or “Hỏi cán bộ mức của tỉnh”",
)
NO_FORM_CALLED = Text("không có tờ khai nào tên `{given}`", "no form is called `{given}`")
NO_GROUP_CALLED = Text("groups.toml không có nhóm `{given}`", "groups.toml has no group `{given}`")
NO_GUIDE_CALLED = Text("không có bài hướng dẫn nào tên `{given}`", "no guide is called `{given}`")
NO_LIFE_EVENT_CALLED = Text("không có sự kiện nào tên `{given}`", "no life event is called `{given}`")
NO_PROCEDURE_CALLED = Text("không có thủ tục nào tên `{given}`", "no procedure is called `{given}`")
NO_PROCEDURE_OF_THE_LIFE_EVENT = Text("sự kiện này không có thủ tục nào", "no procedure belongs to this life event")
NO_PROVINCE_CALLED = Text(
    "không có tỉnh nào tên `{given}`; cần tên trong places/provinces.toml",
    "no province is called `{given}`; expected a name of places/provinces.toml",
)
NO_TIME_SAID = Text(
    "không nói bao lâu; cần “3 ngày làm việc”, “trong ngày”, “theo lịch của …” hoặc “Hỏi cán bộ”",
    "says no time; expected “3 ngày làm việc”, “trong ngày”, “theo lịch của …” or “Hỏi cán bộ”",
)
NUMBER_OF_AN_ESSENTIAL_SERVICE = Text(
    "{number}, cần một số từ {least} đến {most}",
    "{number}, expected a number from {least} to {most}",
)
OTHER_WORDS_LOOKED_FOR = Text(
    "đang tìm “{given}”; cần chữ trong `official_name`", "looks for “{given}”; expected words of `official_name`"
)
PERCENTAGE_WITHOUT_AMOUNT = Text(
    "tỷ lệ phần trăm mà không có số đồng: không ai biết phải trả bao nhiêu",
    "a percentage without đồng: nobody can act on it",
)
PROCEDURES_MISSING = Text("thiếu: mã của các thủ tục có phần này", "missing: the ids of the procedures it belongs to")
SAY_WHAT_HOLDS_SINCE = Text(
    "đã hết hiệu lực ngày {last}: `summary` phải nói quy định áp dụng từ {day}/{month}/{year}",
    "expired on {last}: `summary` must say what holds since {day}/{month}/{year}",
)
SAY_WHEN_IT_IS_NEEDED = Text(
    "giấy tờ không phải lúc nào cũng cần thì ghi rõ khi nào cần", "a paper that is not always needed says when it is"
)
SEARCH_PAGE_OR_AN_END = Text(
    "cần {page}… và chữ trong `official_name`; trang khác cần `valid_until`",
    "expected {page}… with words of `official_name`; another page needs `valid_until`",
)
STANDS_TWICE = Text("“{given}” có hai lần ở đây", "“{given}” stands here twice")
STEPS_OF_AN_ESSENTIAL_SERVICE = Text(
    "{steps} bước; dịch vụ thiết yếu cần từ {fewest_steps} đến {most_steps} bước",
    "{counted}, expected {fewest_steps} to {most_steps} of an essential service",
)
WAY_OF_FILING_MISSING = Text(
    'thiếu "{given}": fees[{place}] ghi phí của cách nộp này',
    '"{given}" is missing: fees[{place}] says what filing so costs',
)
WHO_SAYS_NOTHING = Text(
    "“{given}” không nói gì: ai được nộp, cho ai, kèm giấy tờ nào",
    "“{given}” says nothing: who may come, for whom, with what paper",
)
