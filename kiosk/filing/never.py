"""What is never filled, read out or shown large: login, codes, captcha, consent and pledge, payment, submit.

Judged by where the frame comes from, the control's type and autocomplete, its names, and the words beside, around and
above it, marks or no marks. A page that asks for the passcode in a plain text field is caught by its words; where
there is doubt, a control is not filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kiosk.filing.control import Control
from kiosk.filing.hosts import BLANK, host_of
from kiosk.filing.page_rules import Rules, Secrecy
from kiosk.filing.words import plain

_PRESSED = frozenset({"submit", "button", "image", "reset", "hidden"})
_CODE_WORDS = (
    "otp", "passcode", "pass code", "captcha", "ma pin", "pin", "ma xac thuc", "ma xac nhan", "ma xac minh",
    "ma bao ve",
    "ma bao mat", "ma kiem tra", "ma an toan", "ma bi mat", "ma mot lan", "ma tin nhan", "ma sms", "ma dung mot lan",
    "ma dang nhap", "ma so bi mat", "ma hinh anh", "ma trong hinh", "nhap lai ma", "security code",
    "verification code", "one time code", "auth code", "verify code", "ma 2 lop", "xac thuc hai lop", "ma vneid",
    "ky tu trong hinh", "ky tu trong anh", "nhap cac ky tu", "nhap ky tu", "ma ngau nhien", "2fa", "mfa", "chu ky so",
)  # fmt: skip
_LOGIN_WORDS = (
    "mat khau", "password", "pass word", "dang nhap", "ten dang nhap", "login", "log in", "sign in", "username",
    "user name", "tai khoan dinh danh", "tai khoan vneid", "mat ma",
)  # fmt: skip
_CONSENT_WORDS = ("cam doan", "cam ket", "dong y", "toi xac nhan", "i agree", "i consent", "chia se du lieu")
_CONSENT_OF_BOXES = (
    "chiu trach nhiem", "chap thuan", "chap nhan", "dieu khoan", "chia se thong tin", "da doc", "da hieu", "cho phep",
    "bang long", "agree", "consent", "accept", "terms", "confirm", "xac nhan rang", "xac nhan thong tin",
    "xac nhan da", "xac nhan chia se", "uy quyen cho",
)  # fmt: skip
_PAYMENT_WORDS = (
    "cvv", "cvc", "so the ngan hang", "so the tin dung", "so the atm", "so the ghi no", "ten chu the", "chu the",
    "ngay het han the", "thong tin the", "credit card", "debit card", "bank card", "thanh toan", "payment",
)  # fmt: skip
_ONLY_A_CODE = re.compile(
    r"(?:nhap )?(?:ma|code)(?: (?:gom )?\d+ (?:chu )?so)?|nhap \d+ (?:chu )?so|\d+ chu so|xac nhan"
)
"""All that stands beside a control that wants a code and does not say which."""
_NAMES = (
    (re.compile(r"password|passwd|passcode|pwd|matkhau|login|dangnhap|username|userid|loginid|signin"),
     Secrecy.LOGIN),
    (re.compile(r"t?otp|captcha|pin|pincode|maxacthuc|maxacnhan|mabaomat|onetime(?:code)?|verif(?:y|ication)(?:code)?"
                r"|securitycode|recaptcha|hcaptcha|turnstile"), Secrecy.CODE),
    (re.compile(r"liability|camdoan|camket|dongy|pledge|consent"), Secrecy.CONSENT),
    (re.compile(r"cvv|cvc|(?:credit|debit|bank)card|ccnumber"), Secrecy.PAYMENT),
)  # fmt: skip
_NAMES_OF_BOXES = re.compile(r"agree|agreed|accept|accepted|terms|confirm|confirmed|commitment")
_AUTOCOMPLETE = (
    (re.compile(r"(?:current|new)-password|username|webauthn"), Secrecy.LOGIN),
    (re.compile(r"one-time-code"), Secrecy.CODE),
    (re.compile(r"cc-[a-z-]+|transaction-(?:amount|currency)"), Secrecy.PAYMENT),
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")


def never_filled(control: Control, address: str, rules: Rules) -> Secrecy | None:
    """Why this control is never filled, None where it may be. `address` is that of the control's frame.

    Judges the control alone; `guarded` also looks at what stands beside it.
    """
    return (
        _of_place(address, rules)
        or _of_type(control)
        or _of_names(control)
        or _of_words(control)
        or (Secrecy.CODE if control.is_text and control.max_length == 1 and not control.part else None)
    )


def guarded(
    controls: Iterable[Control], addresses: Mapping[int, str], rules: Rules
) -> dict[tuple[int, int], Secrecy]:
    """Frame and number of every control that is never filled, with the reason. `addresses`: the frames', by number.

    Where a frame asks for a password or a code that a person can see, nothing of this frame is filled: the number
    beside a password is a login, however it is called.
    """
    known = list(controls)
    found: dict[tuple[int, int], Secrecy] = {}
    asking: dict[int, Secrecy] = {}
    for control in known:
        why = never_filled(control, addresses.get(control.frame, ""), rules)
        if why is not None:
            found[control.frame, control.index] = why
            if control.visible and control.type != "hidden" and _asks_for_a_secret(control, why):
                asking.setdefault(control.frame, why)
    for control in known:
        if control.frame in asking:
            found.setdefault((control.frame, control.index), asking[control.frame])
    return found


def _asks_for_a_secret(control: Control, why: Secrecy) -> bool:
    """A password or code to type; a captcha may stand on the form's own page and covers itself alone."""
    if control.type == "password":
        return True
    said = plain(" ".join(_said(control)))
    return control.is_text and why in {Secrecy.LOGIN, Secrecy.CODE} and not _captcha(control, said)


def _captcha(control: Control, said: str) -> bool:
    names = " ".join((control.name, *control.names)).casefold()
    return "captcha" in names or _has(said, ("captcha", "ma kiem tra", "ma trong hinh", "ma hinh anh", "ma bao ve"))


def _of_place(address: str, rules: Rules) -> Secrecy | None:
    """Login and payment pages, and frames of which it is not clear whose they are."""
    host = host_of(address)
    if host in rules.login_hosts:
        return Secrecy.LOGIN
    if host in rules.payment_hosts:
        return Secrecy.PAYMENT
    allowed = host in rules.hosts or address in {BLANK, "about:srcdoc"}
    return None if allowed else Secrecy.LOGIN


def _of_type(control: Control) -> Secrecy | None:
    kind = control.type.casefold()
    if kind == "password":
        return Secrecy.LOGIN
    if kind in _PRESSED or (control.tag.casefold() == "button" and not control.is_list):
        return Secrecy.SUBMIT
    for word in control.autocomplete.casefold().split():
        for pattern, why in _AUTOCOMPLETE:
            if pattern.fullmatch(word):
                return why
    return None


def _of_names(control: Control) -> Secrecy | None:
    for name in (control.name, *control.names):
        parts = [part.casefold() for part in _HUMP.split(name) if part]
        joined = ["".join(parts[first : first + 2]) for first in range(len(parts))]
        for word in (*parts, *joined, name.casefold()):
            for pattern, why in _NAMES:
                if pattern.fullmatch(word):
                    return why
            if control.is_choice and _NAMES_OF_BOXES.fullmatch(word):
                return Secrecy.CONSENT
    return None


def _said(control: Control) -> tuple[str, ...]:
    return control.label, control.group, control.placeholder, control.section, *control.outer


def _of_words(control: Control) -> Secrecy | None:
    around = plain(" | ".join(_said(control)))
    if _has(around, _CODE_WORDS):
        return Secrecy.CODE
    if _has(around, _LOGIN_WORDS):
        return Secrecy.LOGIN
    beside = plain(f"{control.label} | {control.group} | {control.placeholder}")
    if _has(beside, _PAYMENT_WORDS):
        return Secrecy.PAYMENT
    if any(_ONLY_A_CODE.fullmatch(plain(said)) for said in (control.label, control.group, control.placeholder)):
        return Secrecy.CONSENT if control.is_choice else Secrecy.CODE
    consents = (*_CONSENT_WORDS, *_CONSENT_OF_BOXES) if control.is_choice else _CONSENT_WORDS
    return Secrecy.CONSENT if _has(beside, consents) else None


def _has(text: str, phrases: tuple[str, ...]) -> bool:
    inside = f" {text} "
    return any(f" {phrase} " in inside for phrase in phrases)
