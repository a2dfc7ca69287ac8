"""What in a portal's file a station cannot use: hosts, addresses, patterns, and names that nothing bears.

`rules.py` holds what only whoever writes content keeps to. Each fault is a key path and what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kiosk.filing import rule_words
from kiosk.filing.hosts import HOST, host_of
from kiosk.filing.patterns import why_unusable
from kiosk.filing.portal import FiledField, FiledProcedure, GuidedStep, PortalFamily, SharedByPortals
from kiosk.forms.definition import Condition, FormDefinition, Question
from kiosk.forms.wording import FILTERS, filters_in, names_in
from kiosk.procedures.in_time import Channel, Filing
from kiosk.procedures.procedure import Procedure
from kiosk.toml.fault import Found

_HOST = re.compile(HOST)
_MEDIA_TYPES = frozenset({"application/pdf", "image/jpeg", "image/png"})
_LEAST_FILE, _MOST_FILE = 100_000, 20_000_000
_STATION = frozenset({"@commune", "@province", "@today"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFiles:
    """What a portal's file may name; `unread` are ids of files that are there and cannot be used."""

    procedures: Mapping[str, Procedure]
    forms: Mapping[str, FormDefinition]
    groups: Collection[str] | None = None
    """Groups of `groups.toml`; None where that cannot be read."""
    unread: Collection[str] = ()


def faults_of_shared(shared: SharedByPortals) -> Iterator[Found]:
    """Every fault of `portals.toml` by itself."""
    yield from _hosts("login_hosts", shared.login_hosts)
    yield from _hosts("resource_hosts", shared.resource_hosts)
    yield from _patterns("code_patterns", shared.code_patterns)
    yield from _steps(shared.steps, shared.login_hosts, ())


def faults_of(portal: PortalFamily, shared: SharedByPortals, others: OtherFiles) -> Iterator[Found]:
    """Every fault of one portal family."""
    everywhere = (*portal.hosts, *portal.payment_hosts, *shared.login_hosts)
    yield from _hosts("hosts", portal.hosts)
    yield from _hosts("payment_hosts", portal.payment_hosts)
    yield from _hosts("resource_hosts", portal.resource_hosts)
    yield from _address("sign_out", portal.sign_out, everywhere)
    yield from _address("tracking", portal.tracking.replace("{code}", "1"), everywhere)
    yield from _patterns("code_patterns", portal.code_patterns)
    yield from _success("success_addresses", portal, everywhere)
    yield from _files(portal)
    yield from _steps(portal.steps, everywhere, [step.id for step in shared.steps])
    yield from _groups(portal, others)
    for filing in portal.filings:
        yield from _filing(f"filings[{filing.id}]", filing, portal, shared, others)


def _groups(portal: PortalFamily, others: OtherFiles) -> Iterator[Found]:
    for group in portal.groups:
        if others.groups is not None and group not in others.groups:
            yield "groups", rule_words.NO_GROUP_CALLED.filled(given=group)


def faults_together(
    portals: Mapping[str, PortalFamily], procedures: Mapping[str, Procedure]
) -> Iterator[tuple[str, Found]]:
    """PortalFamily and fault: a procedure filed at two places, no place for the rest, or two for it."""
    taken: dict[str, str] = {}
    grouped: dict[str, str] = {}
    for name, portal in portals.items():
        for filing in portal.filings:
            if (other := taken.setdefault(filing.id, name)) != name:
                yield name, (f"filings[{filing.id}]", rule_words.FILED_ELSEWHERE_ALREADY.filled(given=other))
        for group in portal.groups:
            if (other := grouped.setdefault(group, name)) != name:
                yield name, ("groups", rule_words.GROUP_TAKEN_ALREADY.filled(other=other, group=group))
    for_the_rest = [name for name, portal in portals.items() if portal.everything_else]
    for name in for_the_rest[1:]:
        yield name, ("everything_else", rule_words.REST_TAKEN_ALREADY.filled(given=for_the_rest[0]))
    left = [
        each.id
        for each in procedures.values()
        if is_online(each) and each.id not in taken and each.group not in grouped
    ]
    if portals and not for_the_rest and left:
        yield next(iter(portals)), ("filings", rule_words.NO_PORTAL_TAKES_IT.filled(given=left[0]))


def is_online(procedure: Procedure) -> bool:
    """Whether it is, was or will be filed online."""
    return any((way.way if isinstance(way, Channel) else way) is Filing.ONLINE for way in procedure.filing)


# ------------------------------------------------------------ hosts, addresses, patterns
def _hosts(path: str, hosts: tuple[str, ...]) -> Iterator[Found]:
    for place, host in enumerate(hosts):
        if not _HOST.fullmatch(host):
            yield f"{path}[{place}]", rule_words.WHOLE_HOST_NAME.filled(given=host)


def _address(path: str, address: str, hosts: Collection[str]) -> Iterator[Found]:
    if address and host_of(address) not in hosts:
        yield path, rule_words.ADDRESS_ON_A_HOST


def _patterns(path: str, patterns: tuple[str, ...]) -> Iterator[Found]:
    for place, pattern in enumerate(patterns):
        if (why := why_unusable(pattern)) is not None:
            yield f"{path}[{place}]", why


def _success(path: str, portal: PortalFamily, hosts: Collection[str]) -> Iterator[Found]:
    """An address may carry another in its query: a pattern begins with the host and the slash behind it."""
    yield from _patterns(path, portal.success_addresses)
    begins = [rf"^https://{re.escape(host)}/" for host in hosts]
    for place, pattern in enumerate(portal.success_addresses):
        if not pattern.replace(r"\-", "-").startswith(tuple(begin.replace(r"\-", "-") for begin in begins)):
            yield (
                f"{path}[{place}]",
                rule_words.PATTERN_OF_AN_ADDRESS,
            )


def _files(portal: PortalFamily) -> Iterator[Found]:
    for media_type in sorted(set(portal.media_types) - _MEDIA_TYPES):
        yield (
            "media_types",
            rule_words.ONE_OF_THE_MEDIA_TYPES.filled(media_type=media_type, media_types=sorted(_MEDIA_TYPES)),
        )
    if not set(portal.media_types) & {"application/pdf", "image/jpeg"}:
        yield "media_types", rule_words.PDF_OR_JPEG
    if not _LEAST_FILE <= portal.largest_file <= _MOST_FILE:
        yield (
            "largest_file",
            rule_words.SIZE_OF_A_FILE.filled(
                largest_file=portal.largest_file, least_file=_LEAST_FILE, most_file=_MOST_FILE
            ),
        )


def _steps(steps: tuple[GuidedStep, ...], hosts: Collection[str], taken: Collection[str]) -> Iterator[Found]:
    for step in steps:
        path = f"steps[{step.id}]"
        if step.id in taken:
            yield path, rule_words.STEP_IS_SHARED_ALREADY.filled(given=step.id)
        yield from _patterns(f"{path}.addresses", step.addresses)
        for host in step.hosts:
            if host not in hosts:
                yield f"{path}.hosts", rule_words.NONE_OF_THE_HOSTS.filled(given=host)


# ------------------------------------------------------------ what is filed
def _filing(
    path: str, filing: FiledProcedure, portal: PortalFamily, shared: SharedByPortals, others: OtherFiles
) -> Iterator[Found]:
    everywhere = (*portal.hosts, *filing.hosts, *shared.login_hosts)
    yield from _hosts(f"{path}.hosts", filing.hosts)
    yield from _address(f"{path}.start", filing.start, everywhere)
    yield from _procedure(path, filing, everywhere, others)
    known = {block.id: block for block in (*shared.blocks, *portal.blocks)}
    for name in filing.shared:
        if name not in known:
            yield f"{path}.shared", rule_words.NO_BLOCK_CALLED.filled(given=name)
    blocks = [*(known[name] for name in filing.shared if name in known), *filing.blocks]
    if not filing.form:
        if any(_asks_answers(asked) for block in blocks for asked in block.fields):
            yield f"{path}.form", rule_words.FORM_MISSING
    elif filing.form in others.forms:
        lists = (shared.labels.keys() | portal.labels.keys(), shared.rows.keys())
        for block in blocks:
            for asked in block.fields:
                place = f"{path}.{block.id}.{asked.id}"
                yield from _value(place, asked, others.forms[filing.form])
                yield from _lists(place, asked, *lists)
    elif filing.form not in others.unread:
        yield f"{path}.form", rule_words.NO_FORM_CALLED.filled(given=filing.form)


def _procedure(path: str, filing: FiledProcedure, hosts: Collection[str], others: OtherFiles) -> Iterator[Found]:
    procedure = others.procedures.get(filing.id)
    if procedure is None:
        if filing.id not in others.unread:
            yield path, rule_words.NO_PROCEDURE_CALLED.filled(given=filing.id)
        return
    if not is_online(procedure):
        yield path, rule_words.PROCEDURE_NOT_FILED_ONLINE
    if filing.form and filing.form not in {use.form for use in procedure.forms}:
        yield f"{path}.form", rule_words.NOT_AMONG_THE_FORMS.filled(given=filing.form)
    starts = (filing.start, procedure.portal.url or "", procedure.portal.search_url)
    if not any(host_of(start) in hosts for start in starts):
        yield f"{path}.start", rule_words.OWN_PAGE_MISSING
    papers = {paper.id for case in procedure.cases for paper in case.documents}
    for paper in filing.papers:
        if paper not in papers:
            yield f"{path}.papers", rule_words.PROCEDURE_HAS_NO_PAPER.filled(given=paper)


def _asks_answers(asked: FiledField) -> bool:
    """Whether the field takes more than what the card says, or the person chooses there."""
    texts = (asked.value,) if isinstance(asked.value, str) else tuple(part.text for part in asked.value)
    return bool(asked.when) or any(names_in(text) for text in texts)


def _lists(path: str, asked: FiledField, labels: Collection[str], rows: Collection[str]) -> Iterator[Found]:
    if asked.called and asked.called not in labels:
        yield f"{path}.called", rule_words.NO_LIST_LABELS_CALLED.filled(given=asked.called)
    if asked.rows and asked.rows not in rows:
        yield f"{path}.rows", rule_words.NO_ROWS_CALLED.filled(given=asked.rows)
    for cell in asked.cells:
        if cell.rows and cell.rows not in rows:
            yield f"{path}.cells", rule_words.NO_ROWS_CALLED.filled(given=cell.rows)


def _value(path: str, asked: FiledField, form: FormDefinition) -> Iterator[Found]:
    questions = {question.key: question for question in form.questions}
    texts = (asked.value,) if isinstance(asked.value, str) else tuple(part.text for part in asked.value)
    parts = () if isinstance(asked.value, str) else asked.value
    if not any(texts) and asked.person is None and not asked.paper and not asked.asked_there:
        yield path, rule_words.TAKES_NOTHING
    for cell in asked.cells:
        rows = questions[name] if (name := str(asked.value).strip("{}")) in questions else None
        if rows is None or cell.column not in {column.key for column in rows.columns}:
            yield f"{path}.cells", rule_words.NO_COLUMN_CALLED.filled(given=cell.column)
    for text in texts:
        for name in sorted(names_in(text) - questions.keys() - _STATION):
            yield f"{path}.value", rule_words.FORM_HAS_NO_SUCH_ANSWER.filled(id=form.id, name=name)
        for name in sorted(filters_in(text) - FILTERS.keys()):
            yield f"{path}.value", rule_words.ONE_OF_THE_FILTERS.filled(name=name, filters=sorted(FILTERS))
    for condition in (*asked.when, *(each for part in parts for each in part.when)):
        yield from _condition(f"{path}.when", questions.get(condition.question), condition, form)


def _condition(path: str, question: Question | None, condition: Condition, form: FormDefinition) -> Iterator[Found]:
    if question is None:
        yield path, rule_words.FORM_ASKS_NO_SUCH_QUESTION.filled(id=form.id, question=condition.question)
        return
    known = {option.value for option in question.options} or {"yes", "no"}
    for value in (*condition.is_, *condition.is_not):
        if value not in known:
            yield path, rule_words.HAS_NO_ANSWER.filled(key=question.key, given=value)
