"""The frozen portal's first line: the same program as `python -m ui.portal`."""

from ui.portal.__main__ import main

if __name__ == "__main__":
    main()
