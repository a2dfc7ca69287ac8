"""`kiosk.toml`: the place, the visit, typing, portals, updates, the province."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from kiosk.i18n import Text
from kiosk.settings.section import SettingsSection
from kiosk.shapes import (
    CommuneCode,
    Host,
    HostOrNone,
    Id,
    LanguageCode,
    PcName,
    Phone,
    Port,
    Seconds,
    Source,
    WebAddress,
    WebAddressOrNone,
)


class CommuneSettings(SettingsSection, frozen=True):
    """`[commune]` of `kiosk.toml`: what stands on screen and paper about the place."""

    code: CommuneCode
    name: Text
    province: Text
    phone: Phone
    technician_phone: Phone
    """Called for what only a technician can mend; empty: the commune's own number."""
    police: Text
    """Empty: made of the name (`with_its_offices`)."""
    police_phone: Phone
    address: Text
    """Where the one-stop counter is; empty: made of the name."""
    opening_hours: Text
    counter: Text
    station: PcName
    """Which of the PCs this is; neutral, for reports and job titles."""


class VisitSettings(SettingsSection, frozen=True):
    """`[visit]` of `kiosk.toml`: when an unattended visit is asked after and ended, and what it offers."""

    ask_after: Seconds
    end_after: Seconds
    longest: Seconds
    """A visit ends after so long whatever happens; the person is told five minutes before."""
    goodbye: Seconds
    languages: Annotated[tuple[LanguageCode, ...], msgspec.Meta(min_length=1)]
    """Offered in this order; the first is the one every visit starts in. One that the content lacks is left out."""
    popular: tuple[Id, ...]
    """Procedure ids shown first."""


class Typing(SettingsSection, frozen=True):
    """How Vietnamese is typed on a physical keyboard, and where tones stand."""

    method: Literal["telex", "vni", "plain"]
    tones: Literal["old", "new"]
    """"old" is hóa, thúy; "new" is hoá, thuý."""


class PortalSettings(SettingsSection, frozen=True):
    """`[portal]` of `kiosk.toml`: addresses and numbers that are printed, the portal that the doctor asks, filing on
    official pages here."""

    national: WebAddress
    hotline: Phone
    vneid_hotline: Phone
    vneid_android: WebAddress
    vneid_ios: WebAddress
    enabled: bool
    """Whether people may file on official pages at this station, where the package for it is installed."""
    extra_hosts: tuple[Host, ...]
    """Allowed besides those of the content."""
    forbidden_hosts: tuple[Host, ...]
    """Allowed no more, whatever the content says."""
    silence: Seconds
    """Without a touch on an official page for so long, it is asked whether somebody is there."""


class PanoSettings(SettingsSection, frozen=True):
    """`[pano]` of `kiosk.toml`: the notices on a screen that nobody touches."""

    languages: Annotated[tuple[LanguageCode, ...], msgspec.Meta(min_length=1)]
    """A round of all notices in each. One that the content lacks is left out."""
    qr: WebAddressOrNone
    """Where the waiting QR leads; empty: the national portal."""
    qr_words: Text
    """What the waiting QR is for; empty: what the portal is for."""


class Updates(SettingsSection, frozen=True):
    """Where content packs come from."""

    source: Source
    """An https address or an absolute folder; empty: no updates."""


class ProvinceSettings(SettingsSection, frozen=True):
    """`[province]` of `kiosk.toml`: the server that anonymous counts are sent to."""

    host: HostOrNone
    """Name in the certificate of the province's PostgreSQL; empty: no network, the stick or the day sheet."""
    port: Port


class KioskSettings(SettingsSection, frozen=True):
    """The whole of `kiosk.toml`, one struct a section."""

    commune: CommuneSettings
    visit: VisitSettings
    typing: Typing
    portal: PortalSettings
    pano: PanoSettings
    updates: Updates
    province: ProvinceSettings
