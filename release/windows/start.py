"""The first module of the program on Windows: an installed program, which says of itself what a frozen one says."""

import sys

sys.frozen = True  # type: ignore[attr-defined] as PyInstaller does: `sys.executable` is this program and no Python

from ui.__main__ import main  # noqa: E402 what is imported asks whether it is installed

if __name__ == "__main__":
    main()
