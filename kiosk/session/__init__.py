"""One visitor from welcome to goodbye; the sole holder of personal data; wiped at end, timeout and crash."""

from kiosk.screens import EndReason, Screen
from kiosk.session.services import Services
from kiosk.session.session import Session
from kiosk.silence import Silence, SilenceState

__all__ = ["EndReason", "Screen", "Services", "Session", "Silence", "SilenceState"]
