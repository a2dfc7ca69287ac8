"""The official page with the guide beside it: the only user of QtWebEngine."""
