"""The entries by which texts and files of strangers come to a card's values: QR, DG13, signature, trust folder."""

from __future__ import annotations

import base64
import io
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from asn1crypto import pem

from devices.card_reader.virtual_card.data_groups import dg13
from devices.card_reader.virtual_card.persona import Quirks
from devices.emrtd.access_keys import key_from_qr, key_from_text
from devices.emrtd.active_authentication import check_signature
from devices.emrtd.card_qr import parse_card_qr
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.printed_text import MARK
from devices.emrtd.public_keys import read_public_key
from devices.emrtd.trust import read_trust_folder
from kiosk.identification import person_from_files
from kiosk.person import PersonField, PersonRecord
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import signed_objects
from tests.helpers.authorities import ec_signer, rsa_signer
from tests.helpers.personas import persona

QR = (
    "001090123456|012345678|Nguyễn Văn An|10021990|Nam|Số 1, Phường X, Quận Y, Hà Nội|15042021",
    "079165000789||Trần Thị Bình|18/07/1965|Nữ|Số 2|01/06/2024",
    "001188007531|Nguyễn Thị An|1988-02-28|Nữ|Số 1, Vinh Tân|12042022",
    "\\000026]Q1001.188.007.531||Nguyễn Thị An|28021988|Nữ|Số 1|12042022||Lô Thị Mỷ|040160001234|",
    '{"id": "001 090 123 456", "old": "012345678"}',
)
SIGNS = "|\\]0123456789.-/ \n\r\t\x00\x1d\u202e\u2066\u200b\ufeff\ud800\uffff\U0001f600ạẫđ{}\"'<"


def texts(random: Random) -> str:
    """A scanned text with some of its characters changed, doubled, lost or put in."""
    text = list(random.choice(QR) * random.choice((1, 1, 1, 2, 40)))
    for _ in range(random.choice((0, 1, 1, 2, 3, 8))):
        place = random.randrange(len(text) + 1)
        text[place : place + random.choice((0, 0, 1, 5))] = random.choices(SIGNS, k=random.choice((0, 1, 1, 3)))
    written = "".join(text)
    return unicodedata.normalize("NFD", written) if random.random() < 0.1 else written


def demand_plain(person: PersonRecord) -> None:
    """That nothing in a value is obeyed."""
    for sourced in person.fields.values():
        if any(unicodedata.category(each) in {"Cc", "Cf", "Cs", "Co"} for each in sourced.value.replace(MARK, "")):
            raise AssertionError("a value that would be obeyed")


def scan(random: Random) -> None:
    """A text at the card screen."""
    text = texts(random)
    key = key_from_text(text)
    if key.can is not None and key.can not in "".join(each for each in text if each.isdigit()):
        raise AssertionError("a key that is not in the text")
    key_from_qr(parse_card_qr(text))


@cache
def groups() -> tuple[bytes, ...]:
    """DG13 in every layout of the virtual card."""
    holder = persona().holder
    layouts = [Quirks(parents=each) for each in ("apart", "together", "nested", "bare", "fields")]
    odd = [Quirks(decomposed_text=True), Quirks(cut_text="full_name"), Quirks(cut_text="place_of_residence")]
    return tuple(dg13(holder, each) for each in (*layouts, *odd))


def read_dg13(random: Random) -> None:
    """DG13 down to the person it makes."""
    content = mutated(random, random.choice(groups()))
    person, _ = person_from_files({ElementaryFile.DG13: content}, frozenset(PersonField))
    demand_plain(person)


@cache
def signatures() -> tuple[tuple[object, tuple[bytes, ...]], ...]:
    """Keys, and answers to a challenge that are right in length or nearly."""
    made = (ec_signer(), ec_signer("sha384", plain=True), rsa_signer())
    return tuple((read_public_key(each.key_info), (each.sign(b"challenge"), bytes(64), bytes(128))) for each in made)


def sign(random: Random) -> None:
    """What a chip may answer when it is asked to sign."""
    key, seeds = random.choice(signatures())
    check_signature(key, b"challenge", mutated(random, random.choice(seeds)), None)  # type: ignore[arg-type]


@cache
def bundles() -> tuple[bytes, ...]:
    """Files of a trust folder."""
    signed = signed_objects()
    certificate, revocations = signed["certificate"][0], signed["revocation list"][0]
    listed = f"dn: c=VN\ncACertificate;binary:: {base64.b64encode(certificate).decode()}\n".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.cer", certificate)
        archive.writestr("list.ldif", listed)
    armoured = pem.armor("CERTIFICATE", certificate) + pem.armor("X509 CRL", revocations)
    return armoured, listed, packed.getvalue(), certificate, *signed["master list"]


def trust(random: Random) -> None:
    """A folder with one broken file, which is used or named."""
    content = mutated(random, random.choice(bundles()))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "file.bin").write_bytes(content)
        read_trust_folder(Path(folder))


ENTRIES: tuple[tuple[str, float, Callable[[Random], None]], ...] = (
    ("card QR", 14, scan),
    ("DG13 to a person", 14, read_dg13),
    ("answer to a challenge", 4, sign),
    ("trust folder", 1.5, trust),
)
"""Name, share of the cases, and what is run."""
