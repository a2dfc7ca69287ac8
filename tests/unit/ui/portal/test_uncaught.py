"""The portal's program says of an exception what and where, never its text; the log is not loaded before."""

from __future__ import annotations

import subprocess
import sys

import pytest

SECRET = "Hoàng Yến"
ENDS = {
    "main": "raise ValueError('{secret}')",
    "thread": "import threading; t = threading.Thread(target=lambda: int('{secret}')); t.start(); t.join()",
    "destructor": "class A:\n def __del__(self): int('{secret}')\na = A(); del a",
}
START = "from ui.portal.uncaught import tell_no_exception_text as t; t()\nimport sys\n"
START += "assert 'structlog' not in sys.modules\n"


@pytest.mark.parametrize("where", ENDS)
def test_an_exception_that_nobody_caught_is_told_without_its_text(where: str) -> None:
    program = START + ENDS[where].format(secret=SECRET)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert '"exception": "ValueError"' in done.stderr
    assert '"event": "uncaught"' in done.stderr
    assert SECRET not in done.stderr + done.stdout
