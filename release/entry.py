"""The frozen program's first line: the same commands as `./station kiosk`."""

from ui.__main__ import main

if __name__ == "__main__":
    main()
