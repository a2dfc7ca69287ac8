"""The papers of a visit at one station: its commune and portals filled in, one warm typesetter, bytes out.

Serves one thread (a `Typesetter` does). Nothing is kept of what was set, once `forget` was called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from kiosk.documents.declaration import declaration
from kiosk.documents.dossier import Dossier
from kiosk.documents.leaflet import LeafletSize, leaflet
from kiosk.documents.name_leaflet import name_leaflet
from kiosk.documents.receipt import privacy_receipt
from kiosk.documents.slip import slip
from kiosk.documents.typesetter import Typesetter
from kiosk.documents.warm import WarmTypesetter
from kiosk.forms.printed import PrintedForm
from kiosk.guides.guide import Exit, Guide, ServiceCounter
from kiosk.i18n import Language, Text
from kiosk.procedures.national import NamedProcedure
from kiosk.procedures.procedure import Procedure
from kiosk.settings import KioskSettings

SHOWN_ONLY = Text("Xem thông tin ghi trong thẻ.", "To see what is written on the card.")


class StationPapers:
    """Declarations and leaflets with this station's commune; `today` dates them."""

    def __init__(
        self,
        settings: KioskSettings,
        counters: Mapping[str, ServiceCounter],
        today: Callable[[], date],
        typesetter: Callable[[], Typesetter] = Typesetter,
    ) -> None:
        self._settings = settings
        self._counters = counters
        self._today = today
        self._warm = WarmTypesetter(typesetter)

    def declaration(self, form: PrintedForm, *, specimen: bool, procedure: Procedure | None = None) -> bytes:
        """The filled form. Raises `TypesettingError` (a `KioskError`) when a template or font is missing."""
        today = self._today()
        return declaration(
            self._warm.get(),
            form,
            printed_on=today,
            commune=self._settings.commune.name.vi,
            specimen=specimen,
            portal_url=procedure.portal_on(today).search_url if procedure else "",
            procedure_code=(procedure.code or "") if procedure else "",
        ).pdf

    def leaflet(
        self,
        procedure: Procedure,
        *,
        language: Language,
        case: str | None,
        specimen: bool,
        size: LeafletSize = LeafletSize.A4,
        dossier: Dossier | None = None,
    ) -> bytes:
        """The QR leaflet in the language of the visit. Raises like `declaration`."""
        return leaflet(
            self._warm.get(),
            procedure,
            commune=self._settings.commune,
            portal=self._settings.portal,
            printed_on=self._today(),
            languages=(language,),
            case=case,
            specimen=specimen,
            size=size,
            dossier=dossier,
        ).pdf

    def name_leaflet(self, named: NamedProcedure, *, language: Language, size: LeafletSize = LeafletSize.A4) -> bytes:
        """The leaflet of a procedure of which only the name is known. Raises like `declaration`."""
        return name_leaflet(
            self._warm.get(),
            named,
            commune=self._settings.commune,
            portal=self._settings.portal,
            printed_on=self._today(),
            languages=(language,),
            size=size,
        ).pdf

    def slip(self, guide: Guide, end: Exit, *, language: Language) -> bytes:
        """The hand-over slip of a guide. Raises `KeyError` for an exit whose counter is in no catalogue."""
        counter = self._counters[end.counter or ""]
        commune = self._settings.commune
        made = slip(
            self._warm.get(), guide, end, counter, commune=commune, printed_on=self._today(), language=language
        )
        return made.pdf

    def receipt(
        self, read: Sequence[Text], *, procedure: Procedure | None, language: Language, specimen: bool
    ) -> bytes:
        """The receipt of what was read. Raises like `declaration`."""
        commune = self._settings.commune
        made = privacy_receipt(
            self._warm.get(),
            read=read,
            purpose=procedure.name if procedure else SHOWN_ONLY,
            commune=commune,
            printed_on=self._today(),
            languages=(language,),
            specimen=specimen,
        )
        return made.pdf

    def pictures(self, pdf: bytes) -> tuple[bytes, ...]:
        """The pages as PNG, for the screen. Raises like `declaration`."""
        return self._warm.get().pictures(pdf)

    def forget(self) -> None:
        """Drop what the typesetter keeps of the papers of a visit. Raises like `declaration`."""
        self._warm.forget()
