"""The package of the browser: what gets in, what its unit holds, what starts it; the kiosk's unit stays."""

from __future__ import annotations

import configparser
import gzip
import importlib.util
import marshal
import subprocess
import zipfile
from pathlib import Path

import pytest

from release.debian import DEPLOYMENT, PORTAL
from release.notices import write_portal_notices
from release.portal_allow_list import belongs_to_portal, is_of_the_browser, portal_strangers
from release.portal_folder import DifferentError, same_byte_code, without
from release.verify.browser import TOLD_SYSTEMD
from release.verify.fresh import depends

UNITS = PORTAL / "tree" / "lib" / "systemd" / "system"
START = PORTAL / "tree" / "usr" / "lib" / "kiosk-dvc" / "portal"


def section(unit: Path, name: str) -> dict[str, str]:
    parser = configparser.RawConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(unit.read_text(encoding="utf-8"))
    return dict(parser[name])


def test_each_filing_is_a_process_of_its_own_behind_a_socket_of_the_kiosks_user() -> None:
    socket = section(UNITS / "kiosk-dvc-portal.socket", "Socket")
    assert socket["Accept"] == "yes"
    assert (socket["SocketUser"], socket["SocketMode"]) == ("kiosk", "0600")
    service = section(UNITS / "kiosk-dvc-portal@.service", "Service")
    assert (service["StandardInput"], service["StandardOutput"]) == ("socket", "socket")
    assert service["User"] == "kiosk"
    assert "--" not in service["ExecStart"]


def test_it_has_memory_of_its_own_and_none_of_it_reaches_a_disk() -> None:
    service = section(UNITS / "kiosk-dvc-portal@.service", "Service")
    assert service["MemoryMax"].endswith("M")
    assert service["MemorySwapMax"] == "0"
    assert service["LimitCORE"] == "0"
    assert service["OOMPolicy"] == "kill"
    assert "/tmp:" in service["TemporaryFileSystem"]


def test_what_is_verified_in_a_running_system_is_what_the_unit_says() -> None:
    service = section(UNITS / "kiosk-dvc-portal@.service", "Service")
    service["MemoryMax"] = str(int(service["MemoryMax"].removesuffix("M")) * 1024 * 1024)
    assert {name: service[name] for name in TOLD_SYSTEMD} == TOLD_SYSTEMD


def test_the_browsers_package_asks_debian_for_libraries_and_us_for_the_kiosk(tmp_path: Path) -> None:
    control = tmp_path / "tree" / "DEBIAN" / "control"
    control.parent.mkdir(parents=True)
    fields = "Package: x\nVersion: 1\nArchitecture: all\nMaintainer: x <x@localhost>\nDescription: x\n"
    control.write_text(f"{fields}Depends: kiosk-dvc (= 1), libnss3 (>= 2:3.30), libxtst6\n")
    package = tmp_path / "x.deb"
    subprocess.run(["dpkg-deb", "--build", tmp_path / "tree", package], check=True, capture_output=True)
    assert depends(package) == "libnss3 (>= 2:3.30), libxtst6"


def test_the_owners_and_licences_of_what_chromium_contains_are_in_the_package(tmp_path: Path) -> None:
    write_portal_notices([], tmp_path)
    (listed,) = (tmp_path / "credits").iterdir()
    text = gzip.decompress(listed.read_bytes()).decode()
    for part in (
        "angle",
        "boringssl",
        "dav1d",
        "ffmpeg",
        "freetype",
        "icu",
        "libvpx",
        "opus",
        "skia",
        "v8",
        "webrtc",
    ):
        assert f"/{part}/" in text, part
    named = {line.split()[1] for line in text.splitlines() if line.startswith("License: ") and " " not in line[9:]}
    assert {"BSD-3-clause", "Apache-2.0", "MPL-2.0"} <= {name.rstrip(",") for name in named}
    assert listed.parent.name in (tmp_path / "copyright").read_text("utf-8")


def test_the_namespaces_of_the_sandbox_are_open_for_it_alone() -> None:
    kiosk = section(DEPLOYMENT / "tree" / "lib" / "systemd" / "system" / "kiosk-dvc.service", "Service")
    portal = section(UNITS / "kiosk-dvc-portal@.service", "Service")
    assert kiosk["RestrictNamespaces"] == "yes"
    assert portal["RestrictNamespaces"].split() == ["user", "pid", "net"]
    assert kiosk["SystemCallFilter"] == "@system-service"
    assert portal["SystemCallFilter"].split() == ["@system-service", "chroot"]
    assert "--no-sandbox" not in START.read_text("utf-8")


def test_what_is_the_kiosks_is_closed_to_the_browser() -> None:
    closed = section(UNITS / "kiosk-dvc-portal@.service", "Service")["InaccessiblePaths"].split()
    assert {"-/etc/kiosk-dvc", "-/var/lib/kiosk-dvc"} <= set(closed)


@pytest.mark.parametrize("name", ["postinst", "prerm", "postrm"])
def test_every_script_is_a_shell_script_without_mistakes(name: str) -> None:
    subprocess.run(["sh", "-n", PORTAL / "debian" / name], check=True)


def started(tmp_path: Path, told: str) -> subprocess.CompletedProcess[str]:
    """The start with a line of the kiosk, and a program that says how it was called."""
    program = tmp_path / "current" / "kiosk-dvc-portal"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$WAYLAND_DISPLAY $*"\n')
    program.chmod(0o755)
    (tmp_path / "hosts").write_text(told)
    env = {"PATH": "/usr/bin:/bin", "KIOSK_ROOT": str(tmp_path), "KIOSK_PORTAL_HOSTS": str(tmp_path / "hosts")}
    return subprocess.run(["sh", START], env=env, capture_output=True, text=True, check=False)


def test_it_is_started_with_the_hosts_and_the_screen_that_the_kiosk_wrote(tmp_path: Path) -> None:
    done = started(tmp_path, "a.gov.vn,b-c.gov.vn wayland-1\n")
    assert (done.returncode, done.stdout) == (0, "wayland-1 --hosts a.gov.vn,b-c.gov.vn\n")


@pytest.mark.parametrize(
    "told",
    [
        "\n",
        "a.gov.vn\n",
        "a.gov.vn wayland-1 --no-sandbox\n",
        "a.gov.vn;id wayland-1\n",
        "a.gov.vn $(id)\n",
        "A.gov.vn wayland-1\n",
        "a.gov.vn ../wayland-1\n",
    ],
)
def test_any_other_line_starts_nothing(told: str, tmp_path: Path) -> None:
    done = started(tmp_path, told)
    assert done.returncode == 64
    assert done.stdout == ""


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "PySide6/Qt/libexec/QtWebEngineProcess",
        "PySide6/Qt/qml/QtWebEngine/qmldir",
        "PySide6/Qt/resources/icudtl.dat",
        "PySide6/Qt/translations/qtwebengine_locales/vi.pak",
        "PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
        "PySide6/QtWebEngineQuick.abi3.so",
    ],
)
def test_what_the_browser_needs_gets_in(place: str) -> None:
    assert is_of_the_browser(place)
    assert belongs_to_portal(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/resources/qtwebengine_devtools_resources.pak",
        "PySide6/Qt/translations/qtwebengine_locales/fr.pak",
        "PySide6/Qt/lib/libQt6WebEngineWidgets.so.6",
        "PySide6/Qt/lib/libQt6Pdf.so.6",
        "PySide6/Qt/qml/QtWebEngine/ControlsDelegates/AlertDialog.qml",
        "PySide6/Qt/plugins/position/libqtposition_geoclue2.so",
        "PySide6/Qt/lib/libQt6Charts.so.6",
    ],
)
def test_tools_other_languages_and_other_modules_stay_out(place: str) -> None:
    assert not belongs_to_portal(place)


def tree(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_what_the_kiosk_has_is_taken_out(tmp_path: Path) -> None:
    kiosk = tree(tmp_path / "kiosk", shared="same", program="kiosk")
    portal = tree(tmp_path / "portal", shared="same", browser="new")
    own = without(portal, kiosk, tmp_path / "own")
    assert [path.name for path in own.iterdir()] == ["browser"]


def test_a_file_that_is_not_the_kiosks_at_its_place_stops_the_build(tmp_path: Path) -> None:
    kiosk, portal = tree(tmp_path / "kiosk", shared="one"), tree(tmp_path / "portal", shared="other")
    with pytest.raises(DifferentError, match="shared"):
        without(portal, kiosk, tmp_path / "own")


def test_a_stranger_in_the_portals_own_folder_is_named(tmp_path: Path) -> None:
    for place in (
        "kiosk-dvc-portal",
        "_internal/ui/portal/qml/Kiosk/Portal/PortalWindow.qml",
        "_internal/numpy/new.so",
    ):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).touch()
    assert portal_strangers(tmp_path) == ["_internal/numpy/new.so"]


def test_modules_of_equal_code_are_the_same_however_their_constants_are_marked_and_others_are_not(
    tmp_path: Path,
) -> None:
    head = importlib.util.MAGIC_NUMBER + bytes(12)
    word = "kept"
    marked, plain = marshal.dumps((word, word)), marshal.dumps((word, word), 2)
    assert marked != plain
    for name, body in (("a", marked), ("b", plain), ("c", marshal.dumps(("kept", "other")))):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
            archive.writestr("warnings.pyc", head + body)
    assert same_byte_code(tmp_path / "a.zip", tmp_path / "b.zip")
    assert not same_byte_code(tmp_path / "a.zip", tmp_path / "c.zip")
