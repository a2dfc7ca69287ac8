"""Certificates, lists and signed data that OpenSSL made, read and judged by our own code: an outside opinion."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.oids import LDS_SECURITY_OBJECT
from devices.emrtd.trust import read_trust_folder
from devices.emrtd.verdict import Reason
from devices.emrtd.verification import judge
from devices.iso7816.tlv import encode
from kiosk.clock import Clock
from tests.helpers.authorities import lds_security_object

FILES = {ElementaryFile.DG1: b"\x61\x01\x01", ElementaryFile.DG13: b"\x6d\x01\x02"}
CONFIGURATION = """
[ca]
default_ca = authority
[authority]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha384
default_days = 3650
default_crl_days = 3650
policy = any
[any]
countryName = optional
commonName = supplied
[root]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[signer]
keyUsage = critical, digitalSignature
authorityKeyIdentifier = keyid
[req]
distinguished_name = name
[name]
"""


def openssl(folder: Path, *arguments: str) -> None:
    """One run of the tool."""
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def key(folder: Path, name: str, kind: str) -> None:
    """A key pair: `rsa`, or a curve, whose parameters are written out."""
    if kind == "rsa":
        openssl(folder, "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", f"{name}.key")
        return
    options = ["-pkeyopt", f"ec_paramgen_curve:{kind}", "-pkeyopt", "ec_param_enc:explicit"]
    openssl(folder, "genpkey", "-algorithm", "EC", *options, "-out", f"{name}.key")


def authority(folder: Path, curve: str, signer_kind: str) -> None:
    """A root and a document signer below it."""
    (folder / "openssl.cnf").write_text(CONFIGURATION)
    (folder / "index.txt").touch()
    (folder / "serial").write_text("1000\n")
    key(folder, "root", curve)
    key(folder, "signer", signer_kind)
    subject, config = "/C=VN/CN=SPECIMEN root", ("-config", "openssl.cnf")
    root = ["req", "-x509", "-new", "-key", "root.key", "-subj", subject, "-days", "3650", "-sha384"]
    openssl(folder, *root, "-extensions", "root", *config, "-out", "root.pem")
    openssl(folder, "req", "-new", "-key", "signer.key", "-subj", "/C=VN/CN=signer", *config, "-out", "signer.csr")
    sign = ["ca", "-batch", *config, "-cert", "root.pem", "-keyfile", "root.key", "-extensions", "signer"]
    openssl(folder, *sign, "-in", "signer.csr", "-out", "signer.pem", "-notext")


def sod(folder: Path, *options: str) -> bytes:
    """EF.SOD with a signature OpenSSL made."""
    numbered = {file.number or 0: raw for file, raw in FILES.items()}
    (folder / "content.der").write_bytes(lds_security_object(numbered))
    fixed = ["-binary", "-nodetach", "-nosmimecap", "-md", "sha256", "-econtent_type", LDS_SECURITY_OBJECT]
    signing = ["-in", "content.der", "-signer", "signer.pem", "-inkey", "signer.key", "-outform", "DER"]
    openssl(folder, "cms", "-sign", *fixed, *signing, "-out", "sod.der", *options)
    return encode(ElementaryFile.SOD.tag, (folder / "sod.der").read_bytes())


def trusting(folder: Path) -> Path:
    """A trust folder with the root."""
    trust = folder / "trust"
    trust.mkdir()
    (trust / "root.pem").write_bytes((folder / "root.pem").read_bytes())
    return trust


@pytest.mark.parametrize(
    ("curve", "signer", "options"),
    [
        ("brainpoolP384r1", "prime256v1", ()),
        ("brainpoolP512r1", "brainpoolP256r1", ()),
        ("brainpoolP384r1", "brainpoolP320r1", ()),
        ("secp521r1", "rsa", ()),
        ("brainpoolP384r1", "rsa", ("-keyopt", "rsa_padding_mode:pss")),
        ("brainpoolP384r1", "prime256v1", ("-keyid",)),
        ("brainpoolP384r1", "prime256v1", ("-noattr",)),
    ],
    ids=["p256", "brainpool", "rare curve", "rsa", "pss", "by key identifier", "no attributes"],
)
def test_what_openssl_signed_is_confirmed(tmp_path: Path, curve: str, signer: str, options: tuple[str, ...]) -> None:
    authority(tmp_path, curve, signer)
    files = {**FILES, ElementaryFile.SOD: sod(tmp_path, *options)}
    found = judge(files, None, read_trust_folder(trusting(tmp_path)), Clock().utc())
    assert (found.integrity.reason, found.issuer.reason) == (Reason.DATA_UNCHANGED, Reason.ISSUER_TRUSTED)


def test_a_signer_that_openssl_revoked_is_revoked(tmp_path: Path) -> None:
    authority(tmp_path, "brainpoolP384r1", "prime256v1")
    revoke = ["ca", "-config", "openssl.cnf", "-cert", "root.pem", "-keyfile", "root.key"]
    openssl(tmp_path, *revoke, "-revoke", "signer.pem")
    trust = trusting(tmp_path)
    openssl(tmp_path, *revoke, "-gencrl", "-out", "trust/list.pem")
    files = {**FILES, ElementaryFile.SOD: sod(tmp_path)}
    found = judge(files, None, read_trust_folder(trust), Clock().utc())
    assert found.issuer.reason is Reason.SIGNER_REVOKED
