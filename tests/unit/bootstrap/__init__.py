"""Before there is a virtual environment: Debian packages, the environment, the entrance."""
