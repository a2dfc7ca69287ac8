"""What `kiosk publish` says, and how a publishing folder stands, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kiosk.content.updates.publishing.standing import Offered, Standing, WaitingDraft
from kiosk.i18n import Text

DRAFTED: Final = Text(
    "Đã soạn {what}; cần hai người ký: publish sign {repo} {role} --key TÊN.pem",
    "{what} is drafted; two keys must sign it: publish sign {repo} {role} --key NAME.pem",
)
SIGNED: Final = Text("Đã ký; còn thiếu {lacking} chữ ký.", "Signed; {lacking} more signatures are needed.")
SIGNED_ALL: Final = Text("Đã ký đủ; chạy `publish release`.", "Signed; ready for `publish release`.")
KEY_MADE: Final = Text(
    "{private}: cất trên USB, khoá tủ.\n{public}: đưa cho người chạy `publish init`.",
    "{private}: keep it on a stick under lock.\n{public}: for `publish init`.",
)
RELEASED: Final = Text(
    "Bản {number} ở {public}: chép nguyên lên máy chủ web hoặc USB. Trạm tin qua {root}, cài thành update/root.json.",
    "Release {number} is in {public}: copy it to the web server or the stick as it is. Stations trust it through "
    "{root}, installed as update/root.json.",
)
NEW_PASSPHRASE: Final = Text("Mật khẩu mới của khoá", "New passphrase")
PASSPHRASE: Final = Text("Mật khẩu của {key}", "Passphrase of {key}")
GIVEN_UP: Final = Text(
    "Bỏ bản soạn {role}: quá 30 ngày không ai phát hành, hoặc đã có bản mới hơn.",
    "The draft of {role} is given up: nobody released it within 30 days, or something newer is out.",
)
DROPPED: Final = Text("Đã bỏ bản soạn {role}.", "The draft of {role} is dropped.")
_OUT: Final = Text(
    "đã phát hành: {role} {version}{content}, đến {until}", "out:     {role} {version}{content}, until {until}"
)
_DRAFT: Final = Text(
    "bản soạn: {role} {version}, thiếu {lacking} chữ ký, bỏ sau ngày {given_up}",
    "draft:   {role} {version}, {lacking} signatures missing, given up after {given_up}",
)
_ABANDONED: Final = Text(
    "bản soạn: {role} {version}, soạn ngày {drafted}, bỏ dở: không ký, không phát hành nữa",
    "draft:   {role} {version} of {drafted}, abandoned: not signed and not released any more",
)
_CONTENT: Final = Text(", nội dung {content}", ", content {content}")
_FIRST: Final = Text("hết hạn trước tiên: {until}, {role}: {remedy}", "first to run out: {until}, {role}: {remedy}")
_ENDED: Final = Text("đã hết hạn từ {until}, {role}: {remedy}", "ran out on {until}, {role}: {remedy}")
_REMEDIES: Final = {
    "timestamp": Text("chạy `publish release` trước ngày đó", "run `publish release` before that day"),
    "snapshot": Text("chạy `publish release` trước ngày đó", "run `publish release` before that day"),
    "targets": Text("chạy `publish renew`, hai người ký, `release`", "run `publish renew`, two sign, `release`"),
    "root": Text("chạy `publish init`, bốn chữ ký, `release`", "run `publish init`, four signatures, `release`"),
}


def standing_in_words(found: Standing, *, ended: bool) -> Iterator[Text]:
    """A line each: what is out, what waits, and what runs out first (`ended`: has run out)."""
    for one in found.out:
        content = _CONTENT.filled(content=one.content) if one.content else Text("", "")
        yield _OUT.filled(role=one.role, version=one.version, content=content, until=_day(one))
    for draft in found.waiting:
        yield from draft_in_words(draft)
    if first := found.first_to_end:
        said = _ENDED if ended else _FIRST
        yield said.filled(until=_day(first), role=first.role, remedy=_REMEDIES[first.role])


def draft_in_words(draft: WaitingDraft) -> Iterator[Text]:
    """What a signer reads before signing."""
    said = _ABANDONED if draft.abandoned else _DRAFT
    yield said.filled(
        role=draft.role,
        version=draft.version,
        lacking=draft.lacking,
        drafted=f"{draft.drafted:%Y-%m-%d}",
        given_up=f"{draft.given_up:%Y-%m-%d}",
    )
    for path, digest in draft.targets:
        line = f"         {path}: sha256 {digest}"
        yield Text(line, line)


def standing_as_json(found: Standing) -> dict[str, Any]:
    """The same for programs; days as ISO 8601."""
    first = found.first_to_end
    return {
        "out": [
            {"role": one.role, "version": one.version, "content": one.content, "until": _day(one)}
            for one in found.out
        ],
        "drafts": [
            {
                "role": one.role,
                "version": one.version,
                "signatures_missing": one.lacking,
                "drafted": f"{one.drafted:%Y-%m-%d}",
                "abandoned": one.abandoned,
                "targets": dict(one.targets),
            }
            for one in found.waiting
        ],
        "first_to_end": {"role": first.role, "until": _day(first)} if first else None,
    }


def _day(out: Offered) -> str:
    return f"{out.until:%Y-%m-%d}"
