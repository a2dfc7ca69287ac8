"""The PDF/A-1b of a scanned page, looked at clause by clause of ISO 19005-1: no validator for it is in Debian.

The rules that concern pages of one picture each, read back by pypdf; fonts, forms and layers there are none.
"""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from PIL import Image, ImageCms
from pypdf.generic import DictionaryObject, StreamObject

from kiosk.scanning.page import JudgedPage, encoded
from kiosk.scanning.pdf import archived
from kiosk.scanning.verdict import PageQuality
from tests.helpers.sources import ROOT
from tests.helpers.srgb_profile import srgb_profile

PROFILE = ROOT / "assets" / "icc" / "srgb.icc"


def page(mode: str = "RGB") -> JudgedPage:
    picture = encoded(Image.linear_gradient("L").resize((1240, 1754)).convert(mode), 82)
    return JudgedPage(before=b"", after=picture, resolution=150, angle=0.0, verdict=PageQuality())


@pytest.fixture(scope="module")
def made() -> bytes:
    return archived([page(), page("L")])


@pytest.fixture(scope="module")
def read(made: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made), strict=True)


def images_of(read: pypdf.PdfReader) -> list[StreamObject]:
    return [each.get_object() for one in read.pages for each in one["/Resources"]["/XObject"].values()]  # type: ignore[index]


def test_header_trailer_and_cross_references_are_as_clause_6_1_asks(made: bytes, read: pypdf.PdfReader) -> None:
    assert made.startswith(b"%PDF-1.4\n%")
    assert all(byte > 127 for byte in made[10:14]), "6.1.2: four bytes above 127 in the second line"
    assert "/ID" in read.trailer, "6.1.3"
    assert "/Encrypt" not in read.trailer, "6.1.3"
    assert made.rstrip().endswith(b"%%EOF"), "6.1.3: nothing behind the end"
    assert b"ObjStm" not in made, "6.1.4: PDF 1.4 has no object streams"
    assert b"LZWDecode" not in made, "6.1.10"
    assert "/EmbeddedFiles" not in read.trailer["/Root"].get("/Names", {}), "6.1.11"  # type: ignore[index]


def test_colours_have_an_output_intent_with_a_profile_of_version_2(read: pypdf.PdfReader) -> None:
    (intent,) = read.trailer["/Root"]["/OutputIntents"]  # type: ignore[index]
    assert intent["/S"] == "/GTS_PDFA1", "6.2.2"
    profile = intent["/DestOutputProfile"].get_object()
    assert profile["/N"] == 3
    assert profile.get_data() == PROFILE.read_bytes() == srgb_profile()
    told = ImageCms.ImageCmsProfile(io.BytesIO(profile.get_data())).profile
    assert (int(told.version), told.xcolor_space.strip(), told.device_class) == (2, "RGB", "mntr")


def test_the_shipped_profile_means_the_same_colours_as_the_one_of_littlecms() -> None:
    picture = Image.effect_noise((64, 64), 120).convert("RGB")
    turned = ImageCms.profileToProfile(picture, str(PROFILE), ImageCms.createProfile("sRGB"))
    assert turned is not None
    furthest = max(abs(a - b) for a, b in zip(turned.tobytes(), picture.tobytes(), strict=True))
    assert furthest <= 1


def test_pictures_are_plain_and_as_they_were_scanned(read: pypdf.PdfReader, made: bytes) -> None:
    pictures = images_of(read)
    assert [one["/ColorSpace"] for one in pictures] == ["/DeviceRGB", "/DeviceGray"], "6.2.3"
    for one in pictures:
        assert not {"/SMask", "/Alternates", "/OPI"} & set(one), "6.2.4, 6.4"
        assert one.get("/Interpolate", False) is False, "6.2.4"
    assert page().after in made, "dot for dot"


def test_there_is_no_action_no_form_no_script_and_no_transparency(read: pypdf.PdfReader) -> None:
    root = read.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert set(root) == {"/Type", "/Pages", "/Metadata", "/OutputIntents"}, "6.6, 6.9"
    assert all(not {"/Group", "/Annots", "/AA"} & set(one) for one in read.pages), "6.4, 6.5"


def test_the_metadata_claims_pdf_a_1b_uncompressed_and_agrees_with_the_information(read: pypdf.PdfReader) -> None:
    metadata = read.trailer["/Root"]["/Metadata"].get_object()  # type: ignore[index]
    assert "/Filter" not in metadata, "6.7.2"
    told = metadata.get_data().decode()
    assert re.search(r"pdfaid:part='1'", told), "6.7.11"
    assert re.search(r"pdfaid:conformance='B'", told)
    assert read.metadata is None or dict(read.metadata) == {}, "6.7.3: nothing has to agree"
    assert [float(side) for side in read.pages[0].mediabox[2:]] == pytest.approx([595.2, 841.9], abs=0.1)


def test_no_file_is_made_of_no_pages() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        archived([])
