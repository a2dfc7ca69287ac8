"""A filing made ready for the portal's own process: the rules of its pages, what to enter, what to upload."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.filing.catalogue import FiledAt
from kiosk.filing.entries import Known, entries, guest_entries
from kiosk.filing.hosts import host_of
from kiosk.filing.messages import Look, PortalVisit
from kiosk.filing.page_rules import PortalStep, Rules
from kiosk.filing.portal import GuidedStep
from kiosk.forms.places import Places
from kiosk.i18n import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """What a station's settings add to the hosts of the content, and what they take away."""

    extra: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    def allowed(self, hosts: Iterable[str]) -> tuple[str, ...]:
        """The hosts of the content with the station's own; the forbidden ones win."""
        return tuple(dict.fromkeys(host for host in (*hosts, *self.extra) if host not in self.forbidden))


def portal_visit(
    at: FiledAt,
    known: Known,
    places: Callable[[], Places],
    language: Language,
    *,
    look: Look,
    silence_s: float,
    hosts: Hosts = Hosts(),
) -> PortalVisit:
    """Everything the portal's process needs for one filing."""
    return PortalVisit(
        procedure=at.procedure.id,
        rules=rules_of(at, language, hosts),
        entries=entries(at, known, places, language),
        guests=guest_entries(at, known, places, language),
        attachments=known.attachments,
        too_large=known.too_large,
        look=look,
        silence_s=silence_s,
    )


def rules_of(at: FiledAt, language: Language, hosts: Hosts = Hosts()) -> Rules:
    """Where this filing may go and what its pages mean, the steps in one language. The page that opens first must be
    on one of the hosts: `start` is empty where it is not."""
    portal, shared = at.portal, at.shared
    allowed = hosts.allowed(at.hosts)
    return Rules(
        system=portal.id,
        start=at.start if host_of(at.start) in allowed else "",
        hosts=allowed,
        login_hosts=shared.login_hosts,
        payment_hosts=portal.payment_hosts,
        resource_hosts=hosts.allowed((*shared.resource_hosts, *portal.resource_hosts)),
        sign_out=portal.sign_out,
        steps=tuple(_said(step, language) for step in (*shared.steps, *portal.steps)),
        success_words=(*portal.words.success, *shared.words.success),
        success_addresses=portal.success_addresses,
        draft_words=(*portal.words.draft, *shared.words.draft),
        code_patterns=(*portal.code_patterns, *shared.code_patterns),
        refusal_words=(*portal.words.refusal, *shared.words.refusal),
        expired_words=(*portal.words.expired, *shared.words.expired),
        maintenance_words=(*portal.words.maintenance, *shared.words.maintenance),
        wall_words=(*portal.words.wall, *shared.words.wall),
        tracking=portal.tracking,
        media_types=portal.media_types,
        largest_file=portal.largest_file,
        quiet_ms=portal.quiet_ms,
    )


def _said(step: GuidedStep, language: Language) -> PortalStep:
    return PortalStep(
        id=step.id,
        says=step.says.say(language),
        actor=step.actor,
        secrecy=step.secrecy,
        hosts=step.hosts,
        addresses=step.addresses,
        words=step.words,
    )
