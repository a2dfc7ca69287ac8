"""How `kiosk update` tells what came of it, in both languages and for programs."""

from __future__ import annotations

from typing import assert_never

from kiosk.content.updates.updating import NothingNew, NotUpdated, Outcome, Updated
from kiosk.errors import failure_book
from kiosk.i18n import Language, Text

UPDATED = Text(
    vi="Đã nhận nội dung {version}. Trạm dùng từ lần khởi động sau.",
    en="Content {version} is here. The station uses it from its next start.",
)
NOTHING_NEW = Text(vi="Không có gì mới. Nguồn đang có {version}.", en="Nothing new. The source offers {version}.")
NO_SOURCE = Text(
    vi="Chưa đặt nguồn cập nhật (kiosk.toml, updates.source). Dùng --from để lấy từ USB.",
    en="No update source is set (kiosk.toml, updates.source). Use --from for a stick.",
)
FETCHED = Text(
    vi="Đã nhận và kiểm tra chữ ký. Cài bằng: sudo apt install --no-install-recommends {path}",
    en="Fetched, and rightly signed. Install it with: sudo apt install --no-install-recommends {path}",
)
NO_PROGRAM = Text(vi="Nguồn không có gói chương trình.", en="The source offers no program.")
SYSTEM_FETCHED = Text(
    vi="Đã nhận hệ thống mới và kiểm tra chữ ký: {path}", en="The new system is here, and rightly signed: {path}"
)
SAME_SYSTEM = Text(
    vi="Không có hệ thống mới: máy này đã có bản đó.", en="No new system: this PC has had this one already."
)
NO_SYSTEM = Text(vi="Nguồn không có hệ thống nào.", en="The source offers no system.")
STATUS = Text(
    vi="Nội dung {version}, tại {place}. Lần cuối nghe được nguồn: {age}.",
    en="Content {version}, at {place}. The source was last heard: {age}.",
)
AGE = Text(vi="{days} ngày trước", en="{days} days ago")
NEVER = Text(vi="chưa lần nào", en="never")


def news(outcome: Updated | NothingNew, language: Language) -> str:
    """One sentence about a look that went well."""
    said = UPDATED if isinstance(outcome, Updated) else NOTHING_NEW
    return said.say(language).format(version=outcome.version)


def refusal(outcome: NotUpdated, language: Language) -> str:
    """The words of the failure book, and the reason for the technician."""
    failure = failure_book()[outcome.code]
    return "\n".join(
        (failure.title.say(language), failure.at_console.say(language), f"({outcome.code}: {outcome.reason})")
    )


def outcome_as_json(outcome: Outcome) -> dict[str, str | None]:
    """What `--json` prints: `outcome`, and what belongs to it of `version`, `before`, `code`, `reason`."""
    match outcome:
        case Updated():
            before = str(outcome.before) if outcome.before else None
            return {"outcome": "updated", "version": str(outcome.version), "before": before}
        case NothingNew():
            return {"outcome": "nothing-new", "version": str(outcome.version)}
        case NotUpdated():
            return {"outcome": "not-updated", "code": outcome.code, "reason": outcome.reason}
    assert_never(outcome)
