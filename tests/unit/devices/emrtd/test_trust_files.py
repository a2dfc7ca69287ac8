"""Every form in which an authority hands out its certificates is used, or named as not usable."""

from __future__ import annotations

import base64
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from asn1crypto import cms, pem

from devices.emrtd.trust import TrustStore, read_trust_folder
from devices.emrtd.trust_files import MAX_ENTRIES
from tests.helpers.authorities import (
    DOCUMENT_SIGNER,
    ROOT,
    certificate,
    ec_signer,
    master_list,
    name,
    revocation_list,
)

KEY = ec_signer(label="trust files")
FIRST, SECOND = (certificate(replace(ROOT, serial=serial), KEY, KEY) for serial in (31, 32))
FOREIGN_NAME = name("SPECIMEN root", "UT")
FOREIGN = certificate(replace(ROOT, subject=FOREIGN_NAME, issuer=FOREIGN_NAME, serial=33), KEY, KEY)
CRL = revocation_list([7], KEY)


def armoured(label: str, *contents: bytes) -> bytes:
    """PEM blocks with words between them, as bundles have them."""
    return b"".join(b"subject=CN = somebody\n" + pem.armor(label, each) for each in contents)


def bundle(*contents: bytes, lists: tuple[bytes, ...] = ()) -> bytes:
    """Signed data that signs nothing."""
    body = {
        "version": "v1",
        "digest_algorithms": [],
        "encap_content_info": {"content_type": "data"},
        "certificates": [cms.CertificateChoices.load(each) for each in contents],
        "crls": [cms.RevocationInfoChoice.load(each) for each in lists],
        "signer_infos": [],
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(body)}).dump())


def ldif(*values: tuple[str, bytes], width: int = 60) -> bytes:
    """Entries of a directory, their lines folded."""
    text = "# exported\nversion: 1\n"
    for number, (attribute, value) in enumerate(values):
        line = f"{attribute}:: {base64.b64encode(value).decode()}"
        folded = "\n ".join(line[at : at + width] for at in range(0, len(line), width))
        text += f"\ndn: c=VN,cn={number}\nobjectClass: person\n{folded}\nsn: 1\n"
    return text.encode()


def archive(**contents: bytes) -> bytes:
    """A ZIP; `__` in a name stands for a folder."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for file, content in contents.items():
            opened.writestr(file.replace("__", "/"), content)
    return packed.getvalue()


def store_of(folder: Path, **contents: bytes) -> TrustStore:
    """The store behind a folder with those files; `_` before the suffix stands for a dot."""
    for file, content in contents.items():
        stem, _, suffix = file.rpartition("_")
        path = folder / f"{stem}.{suffix}".replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return read_trust_folder(folder)


def serials(store: TrustStore) -> list[int]:
    """Of the roots."""
    return sorted(root.certificate.serial for root in store.roots)


BOTH = [
    ("pem", armoured("CERTIFICATE", FIRST, SECOND)),
    ("crt", armoured("X509 CERTIFICATE", FIRST) + armoured("TRUSTED CERTIFICATE", SECOND)),
    ("txt", armoured("CERTIFICATE", FIRST, SECOND).replace(b"\n", b"\r\n")),
    ("p7b", bundle(FIRST, SECOND)),
    ("p7c", armoured("PKCS7", bundle(FIRST, SECOND))),
    ("cer", armoured("CMS", bundle(FIRST, SECOND))),
    ("spc", base64.encodebytes(bundle(FIRST, SECOND))),
    ("ldif", ldif(("cACertificate;binary", FIRST), ("userCertificate;binary", SECOND))),
    ("ldif", ldif(("cACertificate", FIRST), ("cACertificate;binary", SECOND), width=10_000)),
    ("ldif", ldif(("cACertificate;binary", FIRST), ("cACertificate;binary", SECOND)).replace(b"\n", b"\r\n")),
    ("ldif", b"\xef\xbb\xbf" + ldif(("jpegPhoto", b"\xff\xd8"), ("cACertificate;binary", FIRST), ("x", SECOND))),
    ("zip", archive(one_cer=FIRST, deep__er__two=SECOND)),
    ("zip", archive(all=armoured("CERTIFICATE", FIRST, SECOND), README=b"words")),
    ("zip", archive(inner=archive(one=bundle(FIRST)), two=ldif(("cACertificate;binary", SECOND)))),
]


@pytest.mark.parametrize(("suffix", "content"), BOTH, ids=[str(number) for number in range(len(BOTH))])
def test_every_certificate_of_a_file_is_used(tmp_path: Path, suffix: str, content: bytes) -> None:
    store = store_of(tmp_path, **{f"from the authority_{suffix}": content})
    assert serials(store) == [31, 32]
    assert store.problems == ()


@pytest.mark.parametrize(
    "content",
    [
        FIRST,
        FIRST + b"\n",
        FIRST + b"\r\n \t",
        base64.b64encode(FIRST),
        base64.encodebytes(FIRST),
        b"\n" + pem.armor("CERTIFICATE", FIRST),
    ],
    ids=["DER", "a line end behind it", "white space behind it", "base64", "base64 in lines", "PEM"],
)
def test_a_single_certificate_is_used_in_every_wrapping_and_under_any_name(tmp_path: Path, content: bytes) -> None:
    store = store_of(tmp_path, root_cer=content, elsewhere__root_bin=content)
    assert serials(store) == [31, 31]
    assert store.problems == ()


def test_subfolders_are_read_and_the_specimen_folder_is_known_at_any_depth(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        a__b__c__root_cer=FIRST,
        a__specimen__root_cer=SECOND,
        packed_zip=archive(specimen__deep__x=SECOND, y=FIRST),
    )
    assert sorted((root.certificate.serial, root.specimen) for root in store.roots) == [
        (31, False),
        (31, False),
        (32, True),
        (32, True),
    ]


def test_revocation_lists_are_found_in_bundles_lists_and_archives(tmp_path: Path) -> None:
    for number, content in enumerate(
        [
            armoured("X509 CRL", CRL),
            bundle(lists=(CRL,)),
            ldif(("certificateRevocationList;binary", CRL)),
            archive(x=CRL),
            base64.b64encode(CRL),
        ]
    ):
        folder = tmp_path / str(number)
        store = store_of(folder, root_cer=FIRST, revoked_x=content)
        assert {serial for _, serial in store.revoked} == {7}
        assert store.problems == ()


def test_a_directorys_list_gives_the_authorities_of_our_own_state(tmp_path: Path) -> None:
    listed = master_list([FIRST, FOREIGN], KEY, certificate(DOCUMENT_SIGNER, KEY, KEY))
    content = ldif(
        ("cACertificate;binary", FOREIGN), ("cACertificate;binary", SECOND), ("pkdMasterListContent", listed)
    )
    store = store_of(tmp_path, icao_ldif=content)
    assert serials(store) == [31, 32]
    assert store.listed_at is not None


def test_what_belongs_to_others_is_left_alone(tmp_path: Path) -> None:
    store = store_of(tmp_path, README_md=b"words", update__root_json=b"{}", _hidden=b"?", specimen__README_txt=b"?")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "x.cer").write_bytes(b"?")
    assert read_trust_folder(tmp_path).problems == store.problems == ()


BROKEN = {
    "a key": armoured("PRIVATE KEY", b"\x30\x00"),
    "a block cut off": armoured("CERTIFICATE", FIRST)[:-30],
    "a block of junk": b"-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
    "a block of half a letter": b"-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n",
    "words": "một tờ giấy".encode(),
    "nothing": b"",
    "an empty bundle": bundle(),
    "an LDIF of words": b"dn: c=VN\nsn: 1\n",
    "an LDIF with broken base64": b"dn: c=VN\ncACertificate;binary:: ====\n",
    "an archive cut off": archive(x=FIRST)[:-20],
    "too deep an archive": archive(x=archive(y=archive(z=FIRST))),
    "a picture": b"\x89PNG\r\n\x1a\n",
    "DER of something else": b"\x30\x03\x02\x01\x05",
    "DER with a tail": FIRST + b"tail",
    "DER of no length": b"\x30",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_used_is_named_and_costs_nothing_else(tmp_path: Path, content: bytes) -> None:
    store = store_of(tmp_path, good_cer=SECOND, odd_file=content)
    assert serials(store) == [32]
    assert [problem.partition(":")[0] for problem in store.problems] == ["odd.file"]


@pytest.mark.parametrize(
    "content",
    [
        armoured("CERTIFICATE", FIRST, b"\x30\x00"),
        armoured("CERTIFICATE", FIRST) + armoured("PRIVATE KEY", b"\x30\x00"),
        ldif(("cACertificate;binary", FIRST)) + b"cACertificate;binary:: ===\n",
        archive(x=FIRST, y=b"words"),
        bundle(
            FIRST,
            certificate(
                ROOT,
                replace(KEY, algorithm=b"\x30\x04\x06\x02\x2a\x03"),
                replace(KEY, algorithm=b"\x30\x04\x06\x02\x2a\x03"),
            ),
        ),
    ],
    ids=["PEM", "PEM with a key", "LDIF", "archive", "bundle"],
)
def test_of_a_file_that_is_broken_in_part_the_rest_is_used_and_it_is_named(tmp_path: Path, content: bytes) -> None:
    store = store_of(tmp_path, part_x=content)
    assert serials(store) == [31]
    assert len(store.problems) == 1
    assert store.problems[0].startswith("part.x")


def test_an_archive_that_swells_is_given_up_and_what_came_before_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("devices.emrtd.trust_files.MAX_FILE", 100_000)
    store = store_of(tmp_path, bomb_zip=archive(a=FIRST, b=bytes(5_000_000), c=SECOND))
    assert serials(store) == [31]
    assert set(store.problems) == {"bomb.zip: b", "bomb.zip: c"}


def test_an_archive_of_endless_entries_is_not_unpacked(tmp_path: Path) -> None:
    packed = archive(**{f"n{number}": b"" for number in range(MAX_ENTRIES + 1)})
    assert store_of(tmp_path, many_zip=packed).problems == ("many.zip",)


def test_an_archive_under_a_password_is_named(tmp_path: Path) -> None:
    locked = bytearray(archive(x=FIRST))
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(head) + place] |= 1
    assert store_of(tmp_path, locked_zip=bytes(locked)).problems == ("locked.zip: x",)
