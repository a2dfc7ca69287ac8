"""Updates from a real static web server on loopback and from a folder: every attack and every mishap, one by one.

After each of them the station has the pack it had before, whole, and a reason for the technician.
"""

from __future__ import annotations

import errno
import io
import json
import shutil
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner

from kiosk.clock import Clock
from kiosk.content.updates import PackFolder, PackVersion, current_pack, update_age, version_of
from kiosk.content.updates.program import Fetched, NoProgram, SameSystem, fetch_program, fetch_system
from kiosk.content.updates.publishing.drafts import PublishingError
from kiosk.content.updates.publishing.offers import draft_pack
from kiosk.content.updates.updating import NothingNew, NotUpdated, Outcome, Trial, Updated, update
from tests.helpers.province import Province, static_server, write_pack

OLD, NEW, NEWER = "2026.11.24", "2026.12.01", "2026.12.02"


@dataclass(slots=True)
class Fleet:
    """One station, one province, and the server between them."""

    province: Province
    state: Path
    shipped: Path
    address: str
    scratch: Path

    def pack(self, version: str, **files: str) -> Path:
        """A pack folder of that version."""
        return write_pack(self.scratch / f"pack-{version}", version, **files)

    def update(self, *, trial: Trial = lambda _content: (), source: str | None = None) -> Outcome:
        """One update from the server, or from elsewhere."""
        return update(
            source or self.address,
            PackFolder(self.state),
            self.province.root,
            trial=trial,
            now=Clock().utc,
            shipped=version_of(self.shipped),
        )

    @property
    def reads(self) -> str:
        """The version the station would start with now; its texts must all be of that version."""
        folder = current_pack(self.state, self.shipped)
        version = str(version_of(folder))
        assert version in (folder / "notices" / "text.toml").read_text("utf-8")
        return version

    def refuses(self, code: str, **options: str) -> NotUpdated:
        """The update is refused for this reason, and the station keeps what it has."""
        before = self.reads
        outcome = self.update(**options)  # type: ignore[arg-type]
        assert isinstance(outcome, NotUpdated), outcome
        assert outcome.code == code, outcome
        assert self.reads == before
        assert not (self.state / "content" / "incoming" / "pack").exists()
        return outcome


@pytest.fixture
def fleet(tmp_path: Path) -> Iterator[Fleet]:
    """A station that has `OLD` from the province's server."""
    province = Province(tmp_path / "repo")
    shipped = write_pack(tmp_path / "shipped", "2026.11.23")
    province.publish(write_pack(tmp_path / "pack-old", OLD))
    with static_server(province.public) as address:
        fleet = Fleet(province, tmp_path / "state", shipped, address, tmp_path)
        assert fleet.reads == "2026.11.23"
        assert fleet.update() == Updated(version=PackVersion.parse(OLD), before=None)
        assert fleet.reads == OLD
        yield fleet


# ------------------------------------------------------------ as it should go
def test_a_new_pack_becomes_current(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    assert fleet.update() == Updated(version=PackVersion.parse(NEW), before=PackVersion.parse(OLD))
    assert fleet.reads == NEW
    assert update_age(fleet.state, Clock().utc()) == 0


def test_nothing_new_costs_one_small_file(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.content.updates import fetchers

    made: list[fetchers.WebFetcher] = []
    monkeypatch.setattr(
        "kiosk.content.updates.updating.fetcher_for",
        lambda source: (made.append(fetchers.WebFetcher()) or made[0], f"{source}/"),
    )
    assert fleet.update() == NothingNew(version=PackVersion.parse(OLD))
    assert made[0].received == (fleet.province.public / "metadata" / "timestamp.json").stat().st_size < 400


def test_a_stick_brings_the_same_without_a_network(fleet: Fleet, tmp_path: Path) -> None:
    fleet.province.publish(fleet.pack(NEW))
    shutil.copytree(fleet.province.public, tmp_path / "stick")
    assert isinstance(fleet.update(source=str(tmp_path / "stick")), Updated)
    assert fleet.reads == NEW


def test_a_station_that_slept_through_releases_and_key_changes_catches_up(fleet: Fleet) -> None:
    province = fleet.province
    leaving = province.roots[0]
    province.roots = [*province.roots[1:], CryptoSigner.generate_ed25519()]
    province.packers = [CryptoSigner.generate_ed25519() for _ in range(3)]
    province.found(Clock().utc())
    assert province.sign_root(province.roots[2]) == 2
    assert province.sign_root(leaving) == 1
    assert province.sign_root(province.roots[0]) == 0
    province.publish(fleet.pack(NEW))
    province.publish(fleet.pack(NEWER))
    assert isinstance(fleet.update(), Updated)
    assert fleet.reads == NEWER


def test_a_renewed_release_is_nothing_new(fleet: Fleet) -> None:
    fleet.province.renew()
    assert isinstance(fleet.update(), NothingNew)


def test_the_shipped_pack_of_a_newer_program_is_not_replaced_by_an_older_one(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    write_pack(fleet.shipped, NEWER)
    assert isinstance(fleet.update(), NothingNew)
    assert fleet.reads == NEWER


# ------------------------------------------------------------ attacks
def test_rollback_to_an_old_release_is_refused(fleet: Fleet, tmp_path: Path) -> None:
    shutil.copytree(fleet.province.public, tmp_path / "yesterday")
    fleet.province.publish(fleet.pack(NEW))
    assert isinstance(fleet.update(), Updated)
    with static_server(tmp_path / "yesterday") as old:
        fleet.refuses("update.rollback", source=old)


def test_rollback_is_refused_even_when_the_stations_metadata_was_lost(fleet: Fleet, tmp_path: Path) -> None:
    shutil.copytree(fleet.province.public, tmp_path / "yesterday")
    fleet.province.publish(fleet.pack(NEW))
    assert isinstance(fleet.update(), Updated)
    shutil.rmtree(fleet.state / "content" / "trust")
    fleet.refuses("update.rollback", source=str(tmp_path / "yesterday"))


def test_a_frozen_source_is_noticed_when_its_time_has_run_out(fleet: Fleet, tmp_path: Path) -> None:
    then = Clock().utc() - timedelta(days=36)
    frozen = Province(tmp_path / "frozen", fleet.province.roots, fleet.province.packers, fleet.province.online)
    frozen.publish(fleet.pack(NEW), now=then)
    shutil.rmtree(fleet.state / "content" / "trust")
    fleet.refuses("update.expired", source=str(frozen.public))


def test_a_source_that_expired_still_leaves_the_station_its_pack_and_its_age(fleet: Fleet) -> None:
    fleet.province.release(Clock().utc() - timedelta(days=60))
    fleet.refuses("update.expired")
    assert update_age(fleet.state, Clock().utc() + timedelta(days=50)) == 50


def mixed(public: Path, yesterday: Path, name: str) -> None:
    """Put a file of yesterday under the name that today asks for."""
    old = max((yesterday / "metadata").glob(f"*{name}"))
    new = max((public / "metadata").glob(f"*{name}"))
    shutil.copy(old, new)


@pytest.mark.parametrize("name", [".snapshot.json", ".targets.json"])
def test_files_of_two_releases_mixed_are_refused(fleet: Fleet, tmp_path: Path, name: str) -> None:
    shutil.copytree(fleet.province.public, tmp_path / "yesterday")
    fleet.province.publish(fleet.pack(NEW))
    mixed(fleet.province.public, tmp_path / "yesterday", name)
    fleet.refuses("update.rollback")


def test_a_pack_of_another_release_is_refused(fleet: Fleet) -> None:
    (old,) = (fleet.province.public / "targets").iterdir()
    fleet.province.publish(fleet.pack(NEW))
    (new,) = (path for path in (fleet.province.public / "targets").iterdir() if path != old)
    shutil.copy(old, new)
    fleet.refuses("update.damaged")


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x01
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def lengthened(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" " * 300_000)


@pytest.mark.parametrize("spoil", [flipped, cut, emptied, lengthened], ids=lambda spoil: spoil.__name__)
@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json", "content.tar.xz"])
def test_a_changed_or_cut_file_is_refused(fleet: Fleet, name: str, spoil: Callable[[Path], None]) -> None:
    fleet.province.publish(fleet.pack(NEW))
    newest = [path for path in fleet.province.public.rglob(f"*{name}") if OLD not in path.name]
    for path in newest:
        spoil(path)
    before = fleet.reads
    outcome = fleet.update()
    assert isinstance(outcome, NotUpdated), outcome
    assert outcome.code in {"update.damaged", "update.unsigned"}
    assert fleet.reads == before


def unsigned(path: Path, *, keep: int) -> None:
    """Leave only so many signatures."""
    document = json.loads(path.read_text("utf-8"))
    document["signatures"] = document["signatures"][:keep]
    path.write_text(json.dumps(document), "utf-8")


@pytest.mark.parametrize(("name", "keep"), [("2.targets.json", 1), ("timestamp.json", 0), ("2.snapshot.json", 0)])
def test_too_few_signatures_are_refused(fleet: Fleet, name: str, keep: int) -> None:
    fleet.province.publish(fleet.pack(NEW))
    unsigned(fleet.province.public / "metadata" / name, keep=keep)
    fleet.refuses("update.unsigned")


def test_one_signature_twice_is_one_signature(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    path = fleet.province.public / "metadata" / "2.targets.json"
    document = json.loads(path.read_text("utf-8"))
    document["signatures"] = [document["signatures"][0], document["signatures"][0]]
    path.write_text(json.dumps(document), "utf-8")
    outcome = fleet.update()
    assert isinstance(outcome, NotUpdated)
    assert fleet.reads == OLD


def test_a_province_of_other_keys_is_refused(fleet: Fleet, tmp_path: Path) -> None:
    stranger = Province(tmp_path / "stranger")
    stranger.publish(fleet.pack(NEW))
    fleet.refuses("update.unsigned", source=str(stranger.public))


def test_a_new_root_signed_only_by_itself_is_refused(fleet: Fleet, tmp_path: Path) -> None:
    stranger = Province(tmp_path / "stranger")
    stranger.publish(fleet.pack(NEW))
    stranger.found(Clock().utc())
    stranger.sign_root(*stranger.roots[:2])
    stranger.release()
    shutil.copy(stranger.public / "metadata" / "2.root.json", fleet.province.public / "metadata")
    fleet.refuses("update.unsigned")


def test_a_station_without_root_takes_nothing(fleet: Fleet) -> None:
    outcome = update(fleet.address, PackFolder(fleet.state), b"{}", trial=lambda _: (), now=Clock().utc)
    assert isinstance(outcome, NotUpdated)
    assert outcome.code == "update.no-authority"


# ------------------------------------------------------------ mishaps
def test_a_dead_server_and_a_pulled_stick_are_unreachable(fleet: Fleet, tmp_path: Path) -> None:
    fleet.refuses("update.unreachable", source="http://127.0.0.1:9")
    fleet.refuses("update.unreachable", source=str(tmp_path / "no-stick"))


def test_a_line_that_breaks_in_the_middle_of_the_pack_leaves_the_old_one_until_it_holds(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    with static_server(fleet.province.public, breaks=True) as address:
        fleet.refuses("update.unreachable", source=address)
    assert isinstance(fleet.update(), Updated)
    assert fleet.reads == NEW


def test_a_source_without_the_pack_is_unreachable(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    for path in (fleet.province.public / "targets").iterdir():
        path.unlink()
    fleet.refuses("update.unreachable")


def test_a_pack_that_fails_its_trial_is_refused_and_not_fetched_again(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    outcome = fleet.update(trial=lambda _: ["forms/ct01.toml: stuck"])
    assert isinstance(outcome, NotUpdated)
    assert (outcome.code, outcome.reason) == ("update.unfit", "forms/ct01.toml: stuck")
    assert "--again" in fleet.refuses("update.unfit").reason
    fleet.province.publish(fleet.pack(NEWER))
    assert isinstance(fleet.update(), Updated)


def test_a_pack_that_failed_its_trial_is_taken_when_a_technician_tries_again(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    fleet.update(trial=lambda _: ["the commune's overlay is wrong"])
    root = fleet.province.root
    outcome = update(fleet.address, PackFolder(fleet.state), root, trial=lambda _: (), now=Clock().utc, again=True)
    assert isinstance(outcome, Updated)


def test_the_trial_sees_the_new_pack_while_the_old_one_is_still_current(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    seen: list[tuple[str, str]] = []
    fleet.update(trial=lambda content: seen.append((str(version_of(content)), fleet.reads)) or ())
    assert seen == [(NEW, OLD)]


def test_a_pack_for_another_program_is_left(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW, pack__toml=f'version = "{NEW}"\nformat = 2\n'))
    fleet.refuses("update.needs-program")


def test_a_disk_too_small_is_told_before_anything_is_fetched(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    fleet.province.publish(fleet.pack(NEW))
    usage = shutil.disk_usage(fleet.state)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage._replace(free=1_000_000))
    fleet.refuses("update.disk-full")


@pytest.mark.parametrize("nth", range(1, 9))
def test_a_disk_that_fills_up_on_the_way_leaves_the_old_pack(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    fleet.province.publish(fleet.pack(NEW))
    calls = 0

    def full(_descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    outcome = fleet.update()
    if calls < nth:
        assert isinstance(outcome, Updated)
        return
    assert isinstance(outcome, Updated | NotUpdated)
    if isinstance(outcome, NotUpdated):
        assert outcome.code == "update.disk-full"
    monkeypatch.undo()
    assert fleet.reads in (OLD, NEW)
    assert isinstance(fleet.update(), Updated | NothingNew)
    assert fleet.reads == NEW


def test_two_updates_at_once_do_not_meet(fleet: Fleet) -> None:
    fleet.province.publish(fleet.pack(NEW))
    with PackFolder(fleet.state).alone():
        fleet.refuses("update.busy")


# ------------------------------------------------------------ the program
def test_a_program_package_is_fetched_as_it_was_signed_and_the_content_stays_offered(
    fleet: Fleet, tmp_path: Path
) -> None:
    folder, root = PackFolder(fleet.state), fleet.province.root
    assert fetch_program(fleet.address, folder, root, tmp_path / "got") == NoProgram()
    package = tmp_path / "kiosk-dvc_0.2.0_amd64.deb"
    package.write_bytes(b"!<arch>\n" + bytes(range(256)) * 400)
    fleet.province.publish_program(package)
    fetched = fetch_program(fleet.address, folder, root, tmp_path / "got")
    assert fetched == Fetched(path=tmp_path / "got" / package.name)
    assert (tmp_path / "got" / package.name).read_bytes() == package.read_bytes()
    assert isinstance(fleet.update(), NothingNew)
    fleet.province.publish(fleet.pack(NEW))
    assert isinstance(fleet.update(), Updated)
    assert isinstance(fetch_program(fleet.address, folder, root, tmp_path / "again"), Fetched)


@pytest.mark.parametrize("spoil", [flipped, cut, emptied], ids=lambda spoil: spoil.__name__)
def test_a_changed_program_package_is_refused_and_not_left_lying(
    fleet: Fleet, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    package = tmp_path / "kiosk-dvc_0.2.0_amd64.deb"
    package.write_bytes(b"!<arch>\n" * 400)
    fleet.province.publish_program(package)
    (served,) = (fleet.province.public / "targets").glob("*.deb")
    spoil(served)
    outcome = fetch_program(fleet.address, PackFolder(fleet.state), fleet.province.root, tmp_path / "got")
    assert isinstance(outcome, NotUpdated)
    assert outcome.code == "update.damaged"
    assert not list((tmp_path / "got").iterdir())


def system_of_the_image(folder: Path, root_hash: str, name: str = "kiosk-system_0.2.0_amd64.tar") -> Path:
    """A slot as `./station image` packs it, with little in it."""
    told = f"set kiosk_hash={root_hash}\nset kiosk_size=8192\n".encode()
    member = tarfile.TarInfo("slot.cfg")
    member.size = len(told)
    with tarfile.open(folder / name, "w") as archive:
        archive.addfile(member, io.BytesIO(told))
    return folder / name


def test_a_system_of_the_image_is_fetched_unless_the_pc_knows_it(fleet: Fleet, tmp_path: Path) -> None:
    folder, root, got = PackFolder(fleet.state), fleet.province.root, tmp_path / "got"
    assert fetch_system(fleet.address, folder, root, got, known=()) == NoProgram()
    slot = system_of_the_image(tmp_path, "ab" * 32)
    fleet.province.publish_system(slot)
    fetched = fetch_system(fleet.address, folder, root, got, known=("cd" * 32,))
    assert isinstance(fetched, Fetched)
    assert (fetched.path.read_bytes(), fetched.root_hash) == (slot.read_bytes(), "ab" * 32)
    assert fetch_system(fleet.address, folder, root, got, known=("cd" * 32, "ab" * 32)) == SameSystem()
    assert fetch_program(fleet.address, folder, root, got) == NoProgram()


def test_a_changed_system_of_the_image_is_refused_and_not_left_lying(fleet: Fleet, tmp_path: Path) -> None:
    fleet.province.publish_system(system_of_the_image(tmp_path, "ab" * 32))
    (served,) = (fleet.province.public / "targets").glob("*.tar")
    flipped(served)
    outcome = fetch_system(fleet.address, PackFolder(fleet.state), fleet.province.root, tmp_path / "got", known=())
    assert isinstance(outcome, NotUpdated)
    assert outcome.code == "update.damaged"
    assert not list((tmp_path / "got").iterdir())


def test_what_is_no_system_of_the_image_is_not_published(fleet: Fleet, tmp_path: Path) -> None:
    no_tar = tmp_path / "kiosk-system_0.2.0_amd64.tar"
    no_tar.write_bytes(b"no archive")
    named_otherwise = system_of_the_image(tmp_path, "ab" * 32, "system.tar")
    without_hash = system_of_the_image(tmp_path, "none", "kiosk-system_0.3.0_amd64.tar")
    for file in (no_tar, named_otherwise, without_hash):
        with pytest.raises(PublishingError):
            fleet.province.publish_system(file)


def test_the_programs_for_debian_and_for_windows_are_offered_beside_each_other(
    fleet: Fleet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    debian, windows = tmp_path / "kiosk-dvc_0.2.0_amd64.deb", tmp_path / "kiosk-dvc-setup_0.2.0.exe"
    debian.write_bytes(b"!<arch>\n" * 400)
    windows.write_bytes(b"MZ" * 400)
    for package in (debian, windows):
        fleet.province.publish_program(package)
    for place, package in (("program.deb", debian), ("program.exe", windows)):
        monkeypatch.setattr("kiosk.content.updates.trusted_source.PROGRAM", place)
        fetched = fetch_program(fleet.address, PackFolder(fleet.state), fleet.province.root, tmp_path / place)
        assert fetched == Fetched(path=tmp_path / place / package.name)
        assert fetched.path.read_bytes() == package.read_bytes()


@pytest.mark.parametrize("name", ["kiosk.deb", "kiosk-dvc_1_amd64.deb.sh", "kiosk-dvc_;rm_amd64.deb", "setup.exe"])
def test_a_file_that_is_not_named_like_the_package_is_not_published(fleet: Fleet, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(PublishingError, match="expected a name such as"):
        fleet.province.publish_program(tmp_path / name)


# ------------------------------------------------------------ the province's own mistakes
def test_the_province_cannot_release_what_two_have_not_signed(fleet: Fleet) -> None:
    draft_pack(fleet.province.repository, fleet.pack(NEW), Clock().utc())
    assert fleet.province.sign_targets(fleet.province.packers[0], fleet.province.packers[0]) == 1
    with pytest.raises(PublishingError, match="1 more signatures"):
        fleet.province.release()
    with pytest.raises(PublishingError, match="no key of targets"):
        fleet.province.sign_targets(fleet.province.roots[0])
    assert isinstance(fleet.update(), NothingNew)


def test_the_province_cannot_release_an_older_pack(fleet: Fleet) -> None:
    with pytest.raises(PublishingError, match="expected newer than"):
        fleet.province.publish(fleet.pack(OLD))
