"""The bill of materials in CycloneDX 1.6 JSON: what is bundled, and which Debian packages it stands on.

Written by cyclonedx-python-lib. Without serial number and time stamp, so that two builds give the same file.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from release.bundle import Bundled

UNSTABLE = ("serialNumber",)


def write_sbom(
    libraries: list[Bundled], depends: list[str], version: str, file: Path, *, named: str = "kiosk-dvc"
) -> None:
    """One component a wheel (pkg:pypi), one a Debian package (pkg:deb): a dependency, or `name=version`."""
    bom = Bom()
    bom.metadata.component = Component(name=named, version=version, type=ComponentType.APPLICATION, bom_ref=named)
    for library in libraries:
        bom.components.add(_wheel(library))
    for told in sorted({re.split(r"[ (|]", one.strip())[0] for one in depends}):
        bom.components.add(_debian(*told.split("=", 1)))
    bom.register_dependency(bom.metadata.component, bom.components)
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string()
    bill: dict[str, Any] = json.loads(text)
    for key in UNSTABLE:
        bill.pop(key, None)
    bill["metadata"].pop("timestamp", None)
    written = json.dumps(bill, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    file.write_text(written, encoding="utf-8")


def _wheel(library: Bundled) -> Component:
    purl = PackageURL("pypi", None, library.name.lower().replace("_", "-"), library.version)
    return Component(
        name=library.name,
        version=library.version,
        type=ComponentType.LIBRARY,
        purl=purl,
        bom_ref=f"pypi:{library.name}@{library.version}",
        licenses=[LicenseFactory().make_from_string(library.licence)],
    )


def _debian(name: str, version: str | None = None) -> Component:
    purl = PackageURL("deb", "debian", name, version, qualifiers={"distro": "bookworm"})
    return Component(name=name, version=version, type=ComponentType.LIBRARY, purl=purl, bom_ref=f"deb:{name}")
