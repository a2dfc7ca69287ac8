"""The page of every procedure that ships, in the corners of the audit, whose tour visits two of them.

Words and places only: colours and the walk by keyboard are the same on each, and the audit's own business.
"""

from __future__ import annotations

from pathlib import Path

from tests.helpers.kiosk_window import kiosk_window
from ui.audit.audit_run import AuditRun, small_matrix
from ui.audit.complaint import SPOKEN


def test_no_page_of_a_procedure_is_cut_half_empty_or_small_in_any_corner(tmp_path: Path) -> None:
    with kiosk_window(tmp_path, languages=SPOKEN) as window:
        app = window.app
        look = AuditRun(window=app.window, look=app.look, variants=small_matrix())
        app.visit.begin()
        seen = []
        for procedure in app.visit.services.catalogue.all():
            app.visit.act(lambda name=procedure.id: app.visit.session.choose_procedure(name))
            seen += look.words_and_places(procedure.id)
            app.visit.act(app.visit.session.back)
    assert not [f"{one.screen}, {one.variant}: {one.finding}" for one in seen]
