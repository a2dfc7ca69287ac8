"""What the rules say of any content file, to whoever writes it, behind the key path."""

from __future__ import annotations

from kiosk.i18n import Text

ADDRESSED_OTHERWISE = Text(
    "“{given}”: trạm gọi mọi người là “ông/bà”",
    "“{given}”: the kiosk says “ông/bà” to everybody",
)
ANOTHER_TERM = Text("“{other}”: từ dùng ở đây là “{term}”", "“{other}”: the word for it is “{term}”")
BLANKS_AROUND = Text("không để dấu cách trước hoặc sau chữ", "no blanks before or after the text")
BUTTON_ASKS_TWO_THINGS = Text(
    "nút yêu cầu hai việc; mỗi nút một việc", "a button asks for two things; one verb a button"
)
BUTTON_SAYS_I = Text(
    "nút là lời của người bấm: hãy viết “tôi”",
    "a button is what somebody says: write “tôi”",
)
BUTTON_TOO_LONG = Text(
    "nút có {words} chữ, nhiều nhất {longest_button}", "a button has {words} words, at most {longest_button}"
)
CHECKED_BEFORE_THE_SOURCE = Text(
    "{checked} sớm hơn nguồn, là của {month}", "{checked} lies before the source, which is of {month}"
)
COUNCIL_OF_ONE_PROVINCE = Text(
    "thiếu: mức này do {given} đặt, tỉnh khác có mức khác",
    "missing: {given} decided this, other provinces decide for themselves",
)
DOUBT_MISSING = Text(
    "thiếu: vì sao chưa xác minh, một khóa của {file}", "missing: why it is not confirmed, a key of {file}"
)
DOUBT_SAID_TWICE = Text(
    "màn hình tự báo là chưa xác minh; bỏ chữ này ở đây",
    "the screen says by itself that this is not confirmed; leave it out here",
)
ENGLISH_REPEATS_VIETNAMESE = Text(
    "thiếu bản dịch `en`: đang lặp lại tiếng Việt", "missing translation `en`: it repeats the Vietnamese"
)
EXPIRED = Text("hết hiệu lực: vào ngày {day} không còn gì có hiệu lực", "expired: nothing here holds on {day}")
EXPIRED_SINCE = Text(
    "hết hiệu lực: vào ngày {day} không còn gì có hiệu lực (điều cuối cùng đến ngày {last})",
    "expired: nothing here holds on {day} (the last held until {last})",
)
FACT_NEEDS_SOURCE = Text("cần ghi nguồn", "a fact needs its source")
FOREIGNERS_DO_NOT_KNOW = Text(
    "người nước ngoài không biết “{word}”; hãy viết “{gloss}”, hoặc cả hai",
    "a foreigner does not know “{word}”; write “{gloss}”, or both",
)
FULL_STOP_AT_THE_END = Text(
    "không có dấu chấm ở cuối; màn hình viết tiếp sau đó", "no full stop at the end; the screen goes on after it"
)
ID_IS_THE_FILE_NAME = Text(
    "phải là tên tệp, `{stem}`, không phải `{own}`", "must be the file's name, `{stem}`, not `{own}`"
)
ID_STANDS_TWICE = Text("mã `{given}` có hai lần ở đây", "the id `{given}` stands here twice")
INVITATION_AMONG_POINTS = Text(
    "lời mời bấm đứng ở `invitation`: trên màn hình treo cao không ai bấm được",
    "what a touch leads to stands in `invitation`: nobody can touch a screen that hangs on the wall",
)
LANGUAGE_IS_THERE_ALREADY = Text(
    "ngôn ngữ này đã có sẵn bên cạnh mỗi lời", "this language stands beside each text already"
)
LAW_IS_FOR_THE_STAFF = Text(
    "“{given}…” là để cho cán bộ; ghi tên văn bản vào `source` hoặc `legal_basis`, ghi mã vào `code`",
    "“{given}…” is for the staff; name a law in `source` or `legal_basis`, a code in `code`",
)
LIES_BEFORE_VALID_FROM = Text("sớm hơn valid_from", "lies before valid_from")
LIES_IN_THE_FUTURE = Text("là một ngày chưa đến ({given})", "lies in the future ({given})")
MISSING_TRANSLATION = Text("thiếu bản dịch `{given}`", "missing translation `{given}`")
NAME_IS_A_LANGUAGE_CODE = Text(
    "tên tệp là mã của một ngôn ngữ: hai hoặc ba chữ thường",
    "its name is the code of a language: two or three small letters",
)
NAME_OF_A_FILE = Text(
    "tên tệp chỉ gồm chữ thường không dấu, chữ số và gạch nối đơn",
    "the name of a file is small letters without marks, digits and single hyphens",
)
NOBODY_IS_MINH = Text(
    "“mình” không chỉ rõ ai; hãy viết “ông/bà”, và “tôi” trên nút",
    "“mình” is nobody; write “ông/bà”, and “tôi” on a button",
)
NOTE_TO_ONESELF = Text(
    "`{given}` là lời ghi riêng; hãy viết cho người dân đọc hoặc bỏ đi",
    "`{given}` is a note to oneself; say it to the visitor or leave it out",
)
NOT_EXPLAINED = Text(
    "`{given}` chưa được giải thích; hãy viết đầy đủ, hoặc thêm vào known_abbreviations",
    "`{given}` is not explained; write it out, or add it to known_abbreviations",
)
NO_DOUBT_CALLED = Text("{file} không có lý do `{doubt}`", "{file} has no doubt `{doubt}`")
NO_DRAWING_CALLED = Text("không có hình vẽ nào tên `{given}`", "no drawing is called `{given}`")
OFFICE_WORD = Text(
    "từ hành chính “{office_word}”; hãy viết “{instead}”", "office word “{office_word}”; write “{instead}”"
)
ONE_PROVINCE_NAMED = Text(
    "nói tới {given}, mà chỗ này hiện ở mọi tỉnh; việc riêng của tỉnh ghi `province`",
    "speaks of {given} and is shown in every province; mark what is one province’s own with `province`",
)
ONE_REGION_NAMED = Text(
    "“{given}” chỉ đúng ở một miền, mà chỗ này hiện ở mọi tỉnh",
    "“{given}” holds in one region only and is shown in every province",
)
ONLY_BUTTONS_SAY_I = Text(
    "“tôi” chỉ đứng trên nút; trong câu thì viết “ông/bà”",
    "“tôi” stands on buttons only; texts say “ông/bà”",
)
SAME_GAPS = Text("cần các chỗ trống như lời gốc: {given}", "the same gaps as its text: {given}")
SECONDS_OF_A_SLIDE = Text(
    "{seconds}, cần từ {shortest_slide} đến {longest_slide}",
    "{seconds}, expected {shortest_slide} to {longest_slide}",
)
SENTENCES_TOO_LONG = Text(
    "các câu dài trung bình {mean} chữ, nhiều nhất {most}",
    "the sentences have {mean} words on average, at most {most}",
)
SENTENCE_TOO_LONG = Text(
    "một câu có {words} chữ, nhiều nhất {most}: “{sentence}…”",
    "a sentence has {words} words, at most {most}: “{sentence}…”",
)
TELEPHONE_OF_ONE_PLACE = Text(
    "“{given}” là số của một địa phương; xã ghi vào thư mục riêng",
    "“{given}” is the telephone of one place; it belongs into the commune’s own folder",
)
TOO_MANY_GROUPS = Text(
    "{groups} nhóm trong một câu, nhiều nhất {most}; mỗi nhóm viết một dòng",
    "{groups} groups in one sentence, at most {most}; write one a line",
)
TOO_MANY_POINTS = Text(
    "{points} ý, nhiều nhất {most_points}: trang chiếu chỉ được đọc lướt qua",
    "{points} points, at most {most_points}: a slide is read in passing",
)
TWO_AMOUNTS = Text(
    "hai số tiền trong một câu: “{given}”; mỗi số viết một dòng",
    "two amounts in one sentence: “{given}”; write one a line",
)
TWO_BLANKS = Text("có hai dấu cách liền nhau", "has two blanks in a row")
TWO_DATES = Text(
    "hai ngày trong một câu: “{given}”; mỗi ngày viết một dòng",
    "two dates in one sentence: “{given}”; write one a line",
)
WORDS_ARE_FOR_THE_STAFF = Text(
    "“{given}” là để cho cán bộ; ghi vào `doubt`, `source` hoặc ghi chú cho cán bộ",
    "“{given}” is for the staff; say it in `doubt`, `source` or a staff note",
)
WRITE_EVERY = Text("hãy viết “hằng {given}”", "write “hằng {given}”")
