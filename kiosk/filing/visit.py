"""A filing made ready for the portal's own process: the rules of its pages, what to enter, what to upload."""

from __future__ import annotations

from collections.abc import Callable, Collection

from kiosk.filing.catalogue import FiledAt
from kiosk.filing.entries import Known, entries
from kiosk.filing.hosts import host_of
from kiosk.filing.messages import Look, PortalStep, PortalVisit, Rules
from kiosk.filing.portal import GuidedStep
from kiosk.forms.places import Places
from kiosk.i18n import Language


def portal_visit(
    at: FiledAt,
    known: Known,
    places: Callable[[], Places],
    language: Language,
    *,
    look: Look,
    silence_s: float,
    only_hosts: Collection[str] = (),
) -> PortalVisit:
    """Everything the portal's process needs for one filing. `only_hosts`: see `rules_of`."""
    return PortalVisit(
        procedure=at.procedure.id,
        rules=rules_of(at, language, only_hosts=only_hosts),
        entries=entries(at, known, places, language),
        attachments=known.attachments,
        look=look,
        silence_s=silence_s,
    )


def rules_of(at: FiledAt, language: Language, *, only_hosts: Collection[str] = ()) -> Rules:
    """Where this filing may go and what its pages mean, the steps in one language.

    `only_hosts` are the station's own, narrower list; none: all that the content names. The page that opens first
    must stay on one of them: `start` is empty where it does not.
    """
    portal, shared = at.portal, at.shared
    hosts = tuple(host for host in at.hosts if not only_hosts or host in only_hosts)
    return Rules(
        system=portal.id,
        start=at.start if host_of(at.start) in hosts else "",
        hosts=hosts,
        login_hosts=shared.login_hosts,
        payment_hosts=portal.payment_hosts,
        resource_hosts=(*shared.resource_hosts, *portal.resource_hosts),
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
