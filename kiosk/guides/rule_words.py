"""What the rules say of a guide, to whoever writes it, behind the key path."""

from __future__ import annotations

from kiosk.i18n import Text

ACTION_NEEDS_TROUBLE = Text(
    "việc phải làm cần có nhánh cho khi làm không được", "an action needs its branch for when it does not work"
)
DEAD_END = Text("ngõ cụt: từ đây không tới được lối ra nào", "dead end: no exit can be reached from here")
EXIT_MUST_NAME_A_COUNTER = Text("lối chuyển cho cán bộ phải ghi rõ quầy", "a hand-over must name its counter")
EXIT_MUST_NAME_A_GUIDE = Text(
    "lối ra này dẫn sang bài khác và phải ghi tên bài đó", "this exit goes on to another guide and must name it"
)
HELPER_LOOKS_AWAY = Text(
    "ở bước bí mật, nhắc người hỗ trợ: “{given}”", "the helper of a secret step is told to look away: “{given}”"
)
ID_USED_TWICE = Text("mã này được dùng hai lần trong bài", "this id is used twice in the guide")
LEADS_NOWHERE = Text(
    "dẫn đến `{given}`, không phải bước cũng không phải lối ra",
    "leads to `{given}`, which is neither a step nor an exit",
)
MORE_THAN_ONE_ACT = Text(
    "bảo làm nhiều việc: {given}; mỗi bước một việc, trước đó nhiều nhất một việc dẫn tới",
    "asks for more than one thing: {given}; one a step, after at most one that leads there",
)
NEEDS_AN_EXIT_DONE = Text("bài hướng dẫn cần một lối ra loại `done`", "a guide needs an exit of kind `done`")
NEVER_ENDS = Text(
    "mọi lối đều dẫn sang bài khác và không lối nào kết thúc", "every way goes on to another guide and none ever ends"
)
NEXT_OR_CHOICES = Text(
    "một bước có `next` và `trouble`, hoặc có `choices`", "a step has either `next` and `trouble`, or `choices`"
)
NO_COUNTER_CALLED = Text("không có quầy nào tên `{given}`", "no counter is called `{given}`")
NO_GUIDE_CALLED = Text("không có bài hướng dẫn nào tên `{given}`", "no guide is called `{given}`")
NO_PROCEDURE_CALLED = Text("không có thủ tục nào tên `{given}`", "no procedure is called `{given}`")
NO_STEP_CALLED = Text("không có bước nào tên `{given}`", "no step is called `{given}`")
PATH_TOO_LONG = Text(
    "lối dài nhất có {steps} bước; nhiều nhất là {longest_path}",
    "the longest path has {steps} steps; at most {longest_path} are allowed",
)
QUESTION_NEEDS_TWO_ANSWERS = Text("câu hỏi cần ít nhất hai câu trả lời", "a question needs at least two answers")
SAY_WHAT_IS_SEEN_NEXT = Text(
    "thiếu: làm xong thì thấy gì; bước sau không vẽ màn hình có tiêu đề",
    "missing: what is seen once it is done; the next step draws no screen with a heading",
)
SECRET_NOT_MARKED = Text(
    "ở đây gõ mật khẩu, OTP hoặc passcode: thiếu `secret = true`",
    "a password, OTP or passcode is typed here: `secret = true` is missing",
)
SECRET_TYPED_ALONE = Text(
    "điều bí mật do chính người dân gõ: hãy viết “tự”", "a secret is typed by the person alone: say “tự”"
)
SPOT_NOT_SHOWN = Text(
    "điện thoại phải chạm thì chỉ rõ chỗ chạm: `lit = true` ở một dòng",
    "a telephone that is touched shows the spot: `lit = true` on one line",
)
STEP_SHOWS_NOTHING = Text(
    "mỗi bước có một hình vẽ hoặc một màn hình điện thoại", "a step shows a drawing or a phone screen"
)
TOO_MANY_BUTTONS = Text(
    "yêu cầu bấm {given} nút; mỗi bước một nút", "asks to press {given} buttons; one step, one button"
)
UNREACHABLE = Text(
    "không tới được: từ đầu bài không có lối nào dẫn đến đây", "unreachable: no way leads here from the start"
)
WALKS_IN_A_CIRCLE = Text("đi vòng tròn: {given}", "walks in a circle: {given}")
