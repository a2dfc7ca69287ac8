"""A portal family as a content file says it (`assets/content/portals/<id>.toml`): hosts, steps, words of the pages,
and for every procedure filed there which field takes which answer.

`portals.toml` beside the folder holds what every family shares: the national login, words of trouble, other words for
rows of lists. Nothing here is about one person. Nothing was seen on a live portal: `evidence` says whether somebody's
working program or a stored form definition shows it, or whether it is only concluded.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import msgspec

from kiosk.content.fact import Fact
from kiosk.filing.entry import ControlKind
from kiosk.filing.guests import GuestField, HousePart
from kiosk.filing.page_rules import Actor, Secrecy
from kiosk.forms.definition import Conditions, Wording
from kiosk.i18n import Text
from kiosk.person import PersonField


class Evidence(Enum):
    """How far what stands here about pages may be believed."""

    SEEN = "seen"
    """A stored form definition, or a program that depends on it."""
    INFERRED = "inferred"
    """Concluded from forms and pages like it."""


class PlacePart(Enum):
    """Which part of an address a field takes; its `value` is the address in one line."""

    WHERE = "where"
    """ "Trong nước" or "Khác": what such a choice asks before it shows the fields of the address."""
    COUNTRY = "country"
    PROVINCE = "province"
    COMMUNE = "commune"
    DETAIL = "detail"
    """House, street, hamlet."""


class DateForm(Enum):
    """How a date is written in a plain text field that takes no other way; a date field knows its own."""

    DAY_FIRST = "dd/mm/yyyy"
    DASHES = "dd-mm-yyyy"
    YEAR_FIRST = "yyyy-mm-dd"


class FiledCell(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One column of the portal's table, or one field of its dialog, and the column of the answer that goes there."""

    column: str
    labels: tuple[str, ...] = ()
    """Words at the head of the portal's column."""
    names: tuple[str, ...] = ()
    """Without the row's number, which counts on when a row is taken away."""
    rows: str = ""


class FiledField(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One field of the portal's form and what it takes.

    A value comes from the answers (`value`, a wording over the form's questions), from the card (`person`), or from
    a scanned paper (`paper`). A value without braces is always the same, such as "Trong nước".
    """

    id: str
    says: Text | None = None
    """What the guide calls it; without it the words of the question it takes."""
    called: str = ""
    """A list of labels in this file or in `portals.toml`; the lists of both count."""
    labels: tuple[str, ...] = ()
    """Labels of this field alone, before those of the list."""
    names: tuple[str, ...] = ()
    value: Wording = ""
    place: PlacePart | None = None
    person: PersonField | None = None
    paper: str = ""
    """The id of a paper on the procedure's list."""
    guest: GuestField | None = None
    """A value of each guest of an officer's lodging list, entered in the page's dialog."""
    house: HousePart | None = None
    """What an officer's lodging list says of the house; without such a list the field takes what its others say."""
    when: Conditions = ()
    kind: ControlKind | None = None
    """Where it is not that of the question: `tick`, `choice` for a fixed value."""
    rows: str = ""
    """A list of `portals.toml` whose other words its rows may use."""
    options: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Printed answer -> words of the row that means it."""
    writes: DateForm = DateForm.DAY_FIRST
    order: int | None = None
    """Lower is earlier; without one, after all that have one and in the order of the file."""
    waits_ms: int = 0
    inferred: bool = False
    asked_there: bool = False
    """The page asks for it and no answer tells: shown as still empty, for the person to choose."""
    cells: tuple[FiledCell, ...] = ()
    """Of an answer in rows: which column goes where."""


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Fields under one heading of the portal's form."""

    id: str
    headings: tuple[str, ...] = ()
    """How it is headed; none: the fields may stand anywhere."""
    fields: tuple[FiledField, ...]


class FiledProcedure(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One procedure filed at this portal. Without `form` and blocks, its page is opened and the values are shown."""

    id: str
    """The procedure's."""
    evidence: Evidence
    form: str = ""
    """The form of `assets/content/forms` whose answers fill it."""
    start: str = ""
    """Opens first; without it the procedure's own page."""
    hosts: tuple[str, ...] = ()
    """Further hosts of this procedure alone."""
    shared: tuple[str, ...] = ()
    """Blocks of the family or of `portals.toml` that stand on its page too."""
    blocks: tuple[Block, ...] = ()
    papers: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Paper of the procedure's list -> words of its row on the page."""


class GuidedStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step of the guide; `kiosk.filing.page_rules.PortalStep` before it is said in a language."""

    id: str
    says: Text
    actor: Actor = Actor.PERSON
    secrecy: Secrecy = Secrecy.OPEN
    hosts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the pages say, by what it means; phrases are compared folded and whole."""

    success: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()
    refusal: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    maintenance: tuple[str, ...] = ()
    wall: tuple[str, ...] = ()


class PortalFamily(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One portal family. `id` is the file's name without its ending and `Rules.system`."""

    id: str
    name: Text
    evidence: Evidence
    groups: tuple[str, ...] = ()
    """Groups of `groups.toml` whose procedures it takes where no file names them."""
    everything_else: bool = False
    """Takes every procedure filed online that no other file takes. One file says so."""
    hosts: tuple[str, ...]
    payment_hosts: tuple[str, ...] = ()
    resource_hosts: tuple[str, ...] = ()
    sign_out: str = ""
    tracking: str = ""
    success_addresses: tuple[str, ...] = ()
    """Regular expressions that begin with the whole host: `^https://dichvucong\\.gov\\.vn/`."""
    code_patterns: tuple[str, ...] = ()
    words: PageWords = PageWords()
    media_types: tuple[str, ...] = ("application/pdf", "image/jpeg", "image/png")
    largest_file: int = 2_000_000
    """Bytes; 2,000,000 are under 2 MB whichever way a portal counts."""
    quiet_ms: int = 350
    labels: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """List of labels -> words that stand beside such a field here, before those of `portals.toml`."""
    steps: tuple[GuidedStep, ...] = ()
    """Between the login and the end, in their order."""
    blocks: tuple[Block, ...] = ()
    """Blocks that several filings of this family name in `shared`."""
    filings: tuple[FiledProcedure, ...] = ()


class SharedByPortals(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file `portals.toml`: what every portal family shares."""

    login_hosts: tuple[str, ...]
    code_patterns: tuple[str, ...] = ()
    """Dossier codes as decrees shape them, beside a family's own."""
    resource_hosts: tuple[str, ...] = ()
    words: PageWords = PageWords()
    steps: tuple[GuidedStep, ...] = ()
    """Login and what may stand in front of any page: put before the family's own."""
    labels: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """List of labels -> words that stand beside such a field on any portal."""
    blocks: tuple[Block, ...] = ()
    """Blocks that filings of several families name in `shared`, such as the applicant."""
    rows: Mapping[str, Mapping[str, tuple[str, ...]]] = msgspec.field(default_factory=dict)
    """List -> answer as people write it -> other words a portal's row may use for it."""
