"""The audit ("axe for Qt"): every screen, looked at by accessibility tree, geometry and pixels."""
