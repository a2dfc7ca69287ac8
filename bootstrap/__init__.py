"""What `./station` does before there is a virtual environment: Debian packages, the environment, its Python packages.

Python's standard library only, for it runs under Debian's own Python (3.11 or newer) before anything is installed.
It knows no room of the program. What is installed stands in `requirements.lock`, with the hash of each file;
`release/lock.py` writes that.
"""
