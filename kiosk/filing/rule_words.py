"""What the rules say of the files of the portals, to whoever writes it, behind the key path."""

from __future__ import annotations

from kiosk.i18n import Text

ADDRESS_ON_A_HOST = Text(
    "cần một địa chỉ https thuộc một trong các máy chủ", "expected an https address on one of the hosts"
)
CONCLUDED_IS_NOT_CERTAIN = Text("điều chỉ suy ra thì không chắc chắn", "what is only concluded is not certain")
DRAFT_HOLDS_SUCCESS = Text(
    "“{given}” có chữ báo đã nộp: bản nháp sẽ bị tính là đã nộp",
    "“{given}” holds a word of success: a draft would count as filed",
)
FIELDS_CANNOT_BE_SEEN = Text(
    "trang của cổng chỉ suy ra thì không thể đã thấy các ô",
    "its fields cannot be seen where the pages of the portal are only concluded",
)
FILED_ELSEWHERE_ALREADY = Text("đã được nộp ở `{given}`", "is filed in `{given}` already")
FORM_ASKS_NO_SUCH_QUESTION = Text("tờ khai `{id}` không hỏi `{question}`", "form `{id}` asks no `{question}`")
FORM_HAS_NO_SUCH_ANSWER = Text("tờ khai `{id}` không hỏi `{name}`", "form `{id}` asks no `{name}`")
FORM_MISSING = Text("thiếu: các ô lấy câu trả lời của một tờ khai", "missing: its fields take the answers of a form")
GROUP_TAKEN_ALREADY = Text("`{other}` đã nhận `{group}`", "`{other}` takes `{group}` already")
HAS_NO_ANSWER = Text("`{key}` không có câu trả lời `{given}`", "`{key}` has no answer `{given}`")
LENGTH_OF_A_PATTERN = Text("cần từ 1 đến {most} ký tự", "expected 1 to {most} characters")
LOGIN_MISSING = Text(
    'thiếu: một bước đăng nhập (`secrecy = "login"`)', 'missing: a step of the login (`secrecy = "login"`)'
)
NEVER_FILLED = Text("“{said}” không bao giờ được điền ({given})", "“{said}” is never filled ({given})")
NONE_OF_THE_HOSTS = Text("`{given}` không thuộc các máy chủ", "`{given}` is none of the hosts")
NOT_AMONG_THE_FORMS = Text(
    "`{given}` không có trong `forms` của thủ tục này", "`{given}` is not among the `forms` of this procedure"
)
NO_BLOCK_CALLED = Text("không có khối nào tên `{given}`", "no block is called `{given}`")
NO_FORM_CALLED = Text("không có tờ khai nào tên `{given}`", "no form is called `{given}`")
NO_COLUMN_CALLED = Text("câu hỏi không có cột `{given}`", "the question has no column `{given}`")
NO_GROUP_CALLED = Text("không có nhóm nào tên `{given}`", "no group is called `{given}`")
NO_LIST_LABELS_CALLED = Text("không có danh sách nhãn nào tên `{given}`", "no list of labels is called `{given}`")
NO_PORTAL_TAKES_IT = Text(
    "`{given}` nộp qua mạng nhưng không cổng nào nhận thủ tục này hay nhận phần còn lại",
    "`{given}` is filed online; no portal takes it or everything else",
)
NO_PRINTED_ANSWER = Text(
    "“{answer}” không phải câu trả lời được in của `{what}`", "“{answer}” is no printed answer of `{what}`"
)
NO_PROCEDURE_CALLED = Text("không có thủ tục nào tên `{given}`", "no procedure is called `{given}`")
NO_REGULAR_EXPRESSION = Text("không phải biểu thức chính quy: {error}", "is no regular expression: {error}")
NO_ROWS_CALLED = Text("portals.toml không có rows `{given}`", "portals.toml has no rows `{given}`")
ONE_OF_THE_FILTERS = Text("bộ lọc `{name}`, cần một trong {filters}", "filter `{name}`, expected one of {filters}")
ONE_OF_THE_MEDIA_TYPES = Text(
    "`{media_type}`, cần một trong {media_types}", "`{media_type}`, expected of {media_types}"
)
ONE_WORD_ONLY = Text(
    "“{given}” chỉ có một chữ: nhiều trang có chữ này", "“{given}” is one word: it stands on many pages"
)
OWN_PAGE_MISSING = Text(
    "thiếu: trang riêng của thủ tục không thuộc máy chủ nào",
    "missing: the procedure's own page lies on none of the hosts",
)
PATTERN_OF_AN_ADDRESS = Text(
    "cần bắt đầu bằng ^https://, một máy chủ có dấu chấm viết \\\\., và /",
    "expected to begin with ^https://, one of the hosts with its dots escaped, and /",
)
PDF_OR_JPEG = Text("cần có application/pdf hoặc image/jpeg", "expected application/pdf or image/jpeg among them")
PROCEDURE_HAS_NO_PAPER = Text("thủ tục không có giấy tờ `{given}`", "the procedure has no paper `{given}`")
PROCEDURE_NOT_FILED_ONLINE = Text("thủ tục này không nộp qua mạng", "this procedure is not filed online")
READS_THE_SAME = Text("“{other}” vốn đã đọc như “{answer}”", "“{other}” reads the same as “{answer}” already")
REPEATS_WITHOUT_END = Text(
    "lặp không giới hạn hoặc nhìn lại một nhóm; hãy ghi nhiều nhất bao nhiêu lần: {1,6}",
    "repeats without an end or looks back at a group; write how often at most: {1,6}",
)
REST_TAKEN_ALREADY = Text("`{given}` đã nhận mọi thủ tục còn lại", "`{given}` takes everything else already")
SIZE_OF_A_FILE = Text(
    "{largest_file}, cần từ {least_file} đến {most_file} byte",
    "{largest_file}, expected {least_file} to {most_file} bytes",
)
STANDS_BESIDE_ANOTHER = Text(
    "đứng cạnh “{said}” như {block}.{field}; hãy cho mỗi ô tên hoặc tiêu đề riêng",
    "stands beside “{said}” like {block}.{field}; give both names or headings of their own",
)
STEP_ALONE_MISSING = Text(
    'thiếu: một bước người dân tự làm (`secrecy = "{given}"`)',
    'missing: a step that the person does alone (`secrecy = "{given}"`)',
)
STEP_IS_SHARED_ALREADY = Text("`portals.toml` đã có bước `{given}`", "`portals.toml` has a step `{given}` already")
SUCCESS_HOLDS_A_DRAFT = Text(
    "“{given}” có chữ của bản nháp: sẽ không bao giờ được tính",
    "“{given}” holds a word of a draft: it would never count",
)
SUCCESS_MISSING = Text(
    "thiếu: không có thì không hồ sơ nào được tính là đã nộp", "missing: without it nothing ever counts as filed"
)
TAKES_NOTHING = Text("không nhận gì: cần value, person hoặc paper", "takes nothing: expected value, person or paper")
TRIED_IN_TOO_MANY_WAYS = Text(
    "có thể thử theo hơn {most} cách tại một chỗ của văn bản",
    "could be tried in more than {most} ways at one place of a text",
)
WHOLE_HOST_NAME = Text(
    "`{given}`, cần một tên máy chủ đầy đủ bằng chữ thường",
    "`{given}`, expected one whole host name in small letters",
)
