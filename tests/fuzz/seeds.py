"""Good bytes to break: the files of virtual cards, certificates, lists, answers under secure messaging."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from devices.emrtd.cipher_suites import AES_128
from devices.emrtd.lds.card_access import VIETNAMESE
from devices.emrtd.lds.card_security import SECURITY_OBJECT
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.secure_messaging import SecureChannel
from devices.iso7816.apdu import Command, Response
from tests.helpers.authorities import (
    DOCUMENT_SIGNER,
    ROOT,
    Wrapping,
    certificate,
    ec_signer,
    master_list,
    revocation_list,
    rsa_signer,
    signed_data,
    sod,
)
from tests.helpers.chip_end import ChipEnd
from tests.helpers.documents import ALL, can_of, read
from tests.helpers.ipp_answers import JOB_GROUP, PRINTER_GROUP, answer, group
from tests.helpers.personas import persona

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
KEYS = bytes(16), bytes(range(16))


@cache
def card_files() -> dict[ElementaryFile, bytes]:
    """The files of a common card."""
    made = persona()
    return read(made, can_of(made), ALL)[1].files


@cache
def signed_objects() -> dict[str, tuple[bytes, ...]]:
    """Certificates, lists and security objects of several kinds."""
    key, rsa = ec_signer(), rsa_signer(pss=True)
    root, signer = certificate(ROOT, key, key), certificate(DOCUMENT_SIGNER, rsa, key)
    groups = {1: b"\x61\x00", 13: b"\x6d\x00"}
    explicit = certificate(ROOT, ec_signer(explicit=True), key)
    return {
        "certificate": (root, signer, explicit),
        "revocation list": (revocation_list([1, 2, 3], key),),
        "master list": (master_list([root, explicit], key, root),),
        "card security": (signed_data(VIETNAMESE, key, [root], Wrapping(content_type=SECURITY_OBJECT)),),
        "sod": (card_files()[ElementaryFile.SOD], sod(groups, rsa, [signer])),
    }


@cache
def ipp_answers() -> tuple[bytes, ...]:
    """What recorded printers said of themselves and of their jobs."""
    recorded = tomllib.loads((VECTORS / "printers" / "answers.toml").read_text("utf-8"))
    printers = [answer(0, group(PRINTER_GROUP, each["said"])) for each in recorded["printers"]]
    jobs = [answer(0, group(JOB_GROUP, {"job-id": 7, **each["said"]})) for each in recorded["jobs"]]
    return tuple(response.content for response in (*printers, *jobs))


@cache
def sealed_answers() -> tuple[bytes, ...]:
    """Answers as a chip seals them right after the first command."""
    answers = []
    for data, sw in ((b"some data of a file", 0x9000), (b"", 0x6A82)):
        terminal, chip = SecureChannel(AES_128, *KEYS), ChipEnd(AES_128, *KEYS)
        chip.open(terminal.protect(Command(ins=0xB0, ne=223)))
        answers.append(chip.seal(Response(data=data, sw=sw)).encode())
    return tuple(answers)
