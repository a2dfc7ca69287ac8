"""What a page of the portal says about the filing: filed with a code, a draft, refused, expired, down, a wall.

Filed is only said where all three stand together: a result phrase, a dossier code, and the address of the result. A
draft has a code too, and a list of older dossiers has many. Where it is not clear, nothing is said.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from kiosk.filing.hosts import host_of
from kiosk.filing.page_rules import Rules
from kiosk.filing.words import MOST_READ, folded, says

_CODE_WORDS = ("mã hồ sơ", "số hồ sơ", "mã số hồ sơ", "số biên nhận", "mã tiếp nhận")
_NEAR = 60
"""Characters before a code in which the words for it stand."""


class PageSays(Enum):
    """What a page means for the filing."""

    NOTHING = "nothing"
    FILED = "filed"
    DRAFT = "draft"
    REFUSED = "refused"
    """A file or a field was refused."""
    EXPIRED = "expired"
    """The sign-in is over."""
    MAINTENANCE = "maintenance"
    WALL = "wall"
    """A bot wall stands before the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it stands: its address, and the words a person sees on it."""

    address: str
    words: str = ""

    def __repr__(self) -> str:
        return "<Page>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the page says; with FILED, the dossier's code."""

    says: PageSays
    code: str = ""

    def __repr__(self) -> str:
        return f"<Judged {self.says.value}>"


def outcome(page: Page, rules: Rules) -> Judged:
    """What this page says about the filing. Pages of other hosts, of the login and of the payment say nothing."""
    host = host_of(page.address)
    if host is None or host not in rules.hosts or host in rules.payment_hosts or host in rules.login_hosts:
        return Judged(says=PageSays.NOTHING)
    words = page.words[:MOST_READ]
    filed, draft = says(words, rules.success_words), says(words, rules.draft_words)
    result = any(re.search(pattern, page.address) for pattern in rules.success_addresses)
    if filed and not draft and result and (code := _the_code(words, rules)):
        return Judged(says=PageSays.FILED, code=code)
    return Judged(says=PageSays.DRAFT if draft and not filed else _trouble(words, rules))


def _trouble(words: str, rules: Rules) -> PageSays:
    for phrases, meaning in (
        (rules.wall_words, PageSays.WALL),
        (rules.maintenance_words, PageSays.MAINTENANCE),
        (rules.expired_words, PageSays.EXPIRED),
        (rules.refusal_words, PageSays.REFUSED),
    ):
        if says(words, phrases):
            return meaning
    return PageSays.NOTHING


def _the_code(words: str, rules: Rules) -> str:
    """The one code of the page; of several, the one that is called the dossier's; else none."""
    text = unicodedata.normalize("NFC", words)
    found = [match for pattern in rules.code_patterns for match in _whole(pattern).finditer(text)]
    codes = {match[0] for match in found}
    if len(codes) > 1:
        codes = {match[0] for match in found if _is_called_code(text[max(0, match.start() - _NEAR) : match.start()])}
    return codes.pop() if len(codes) == 1 else ""


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?:{pattern})(?![\w-]|\.\w)")


def _is_called_code(before: str) -> bool:
    return any(folded(before).endswith(said) for said in map(folded, _CODE_WORDS))
