"""What the doctor saw, in words: the numbers and names of a finding as one line, like `còn trống 4210 MB`."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.doctor.examination import Found
from kiosk.i18n import Language, Text

FOR_STAFF: Mapping[str, Text] = {
    "age_days": Text("kiểm tra {} ngày trước", "checked {} days ago"),
    "free_mb": Text("còn trống {} MB", "{} MB free"),
    "pixels_per_millimetre": Text("{} điểm ảnh một mm", "{} pixels a mm"),
    "roots": Text("{} chứng thư gốc", "{} root certificates"),
    "seconds_off": Text("lệch {} giây", "{} s off"),
    "reader": Text("{}", "{}"),
    "model": Text("{}", "{}"),
    "fitted": Text("trạm không có", "not fitted"),
    "sound": Text("đã tắt", "switched off"),
}
"""What says something to the staff."""
FOR_TECHNICIAN: Mapping[str, Text] = {
    **FOR_STAFF,
    "address": Text("{}", "{}"),
    "answered": Text("{} trang trả lời", "{} answered"),
    "answering": Text("trả lời: {}", "answering: {}"),
    "certificate": Text("chứng thư {}", "certificate {}"),
    "chromium": Text("Chromium {}", "Chromium {}"),
    "days": Text("{} ngày tuổi", "{} days old"),
    "events": Text("{} lần đếm", "{} events"),
    "faults": Text("{} chỗ sai", "{} faults"),
    "files": Text("{} tệp không dùng được", "{} files unusable"),
    "fonts": Text("{} tệp phông chữ", "{} font files"),
    "missing": Text("thiếu {}", "{} missing"),
    "paper": Text("giấy {}", "paper {}"),
    "places": Text("{} chỗ", "{} places"),
    "rows": Text("{} dòng", "{} rows"),
    "secrets": Text("{} tệp bí mật", "{} secret files"),
    "security_patch": Text("bản vá {}", "patches of {}"),
    "silent": Text("không trả lời: {}", "silent: {}"),
    "status": Text("HTTP {}", "HTTP {}"),
    "templates": Text("{} mẫu in", "{} templates"),
    "tried": Text("chưa thử", "not tried"),
    "waiting": Text("{} dòng chờ gửi", "{} rows waiting"),
    "year": Text("năm {}", "year {}"),
}
"""At the command line, which tells all of it."""


def in_words(found: Found, known: Mapping[str, Text], language: Language) -> str:
    """The facts that `known` has words for, without what is none or empty."""
    return ", ".join(
        known[key].say(language).format(value) for key, value in found.facts.items() if key in known and value
    )
