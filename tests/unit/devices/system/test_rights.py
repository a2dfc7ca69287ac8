"""Who may read a file: the mode of POSIX, Windows' access control list as text (SDDL, MS-DTYP 2.5.1)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from devices.system.rights import opens_to_others, others_may_read

OF_THE_INSTALLER = "D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;S-1-5-21-1-2-3-1001)"


@pytest.mark.parametrize(
    "descriptor",
    [
        OF_THE_INSTALLER,
        "D:AI(A;ID;FA;;;SY)(A;ID;0x1301bf;;;S-1-5-21-1-2-3-1001)",
        "D:P",
        "D:P(A;OICIIO;FA;;;WD)(A;;FA;;;SY)",
        "D:P(D;;FA;;;WD)(A;;FA;;;SY)",
        "D:P(A;;WPWD;;;WD)(A;;0x100000;;;BU)",
        "O:WDG:WDD:P(A;;FA;;;SY)",
    ],
)
def test_a_list_for_owner_and_administrators_opens_to_nobody_else(descriptor: str) -> None:
    assert not opens_to_others(descriptor)


@pytest.mark.parametrize(
    "descriptor",
    [
        "D:AI(A;ID;FA;;;SY)(A;ID;0x1200a9;;;BU)",
        "D:(A;;FA;;;WD)",
        "D:P(A;OICI;GR;;;AU)",
        "D:P(A;;CCFR;;;IU)",
        "D:P(A;;0x1200a9;;;S-1-1-0)",
        "D:NO_ACCESS_CONTROL",
        "O:BAG:BA",
        "",
    ],
)
def test_a_list_that_lets_all_users_read_or_none_at_all_opens_the_file(descriptor: str) -> None:
    assert opens_to_others(descriptor)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
@pytest.mark.parametrize(("mode", "opened"), [(0o600, False), (0o640, False), (0o644, True), (0o604, True)])
def test_on_posix_the_mode_says_it(tmp_path: Path, mode: int, opened: bool) -> None:
    secret = tmp_path / "pin.json"
    secret.write_text("{}")
    secret.chmod(mode)
    assert others_may_read(secret) is opened


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        others_may_read(tmp_path / "missing")
