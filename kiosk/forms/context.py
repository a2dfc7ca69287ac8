"""What a journey knows besides the answers: the day, the procedure of the visit, its commune and letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.letters import PrintableLetters, shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Nothing here is about the person."""

    today: date
    procedure: str | None = None
    """National code of the procedure of the visit, when there is one."""
    commune: str = ""
    """Full name of the station's commune ("Xã Vân Tụ")."""
    province: str = ""
    """Full name of its province ("Tỉnh Nghệ An")."""
    letters: PrintableLetters = field(default_factory=shipped, repr=False)
    """What the papers of this station can print."""

    def station_value(self, name: str) -> str:
        """The value of `{@name}` in a wording."""
        return {"@commune": self.commune, "@province": self.province, "@today": f"{self.today:%d/%m/%Y}"}.get(
            name, ""
        )
