"""What whoever writes a portal's file keeps to: steps that lead to the end, words that claim no more than is known,
fields that can be told from each other and are nobody's secret.

Only for whoever writes content: a station uses a file that breaks one of these, and leaves empty what is not clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from kiosk.content.fact import Confidence
from kiosk.filing import rule_words
from kiosk.filing.catalogue import labels_of
from kiosk.filing.control import Control, steady_name
from kiosk.filing.entry import ControlKind
from kiosk.filing.field_entries import question_of
from kiosk.filing.never import never_filled
from kiosk.filing.page_rules import Rules, Secrecy
from kiosk.filing.portal import Block, Evidence, FiledField, FiledProcedure, PageWords, PortalFamily, SharedByPortals
from kiosk.filing.words import folded, label, says
from kiosk.forms.definition import FormDefinition
from kiosk.toml.fault import Found

_SOMEWHERE: Final = "https://example.vn/"
_ANYWHERE: Final = Rules(system="page", start=_SOMEWHERE, hosts=("example.vn",))
_NEEDED_STEPS: Final = (Secrecy.SUBMIT,)
_KINDS_OF_WORDS: Final = ("success", "draft", "refusal", "expired", "maintenance", "wall")


def broken_rules_of_shared(shared: SharedByPortals) -> Iterator[Found]:
    """Every rule that `portals.toml` breaks by itself."""
    yield from _words(shared.words)
    if not any(step.secrecy is Secrecy.LOGIN for step in shared.steps):
        yield "steps", rule_words.LOGIN_MISSING
    for name, rows in shared.rows.items():
        for answer, others in rows.items():
            yield from _other_words(f"rows.{name}.{answer}", answer, others)


def broken_rules(
    portal: PortalFamily, shared: SharedByPortals, forms: Mapping[str, FormDefinition]
) -> Iterator[Found]:
    """Every rule that one portal family breaks."""
    yield from _words(portal.words, shared.words)
    for needed in _NEEDED_STEPS:
        if not any(step.secrecy is needed for step in portal.steps):
            yield "steps", rule_words.STEP_ALONE_MISSING.filled(given=needed.value)
    if not (portal.success_addresses and (portal.code_patterns or shared.code_patterns)):
        yield "success_addresses", rule_words.SUCCESS_MISSING
    blocks = {block.id: block for block in (*shared.blocks, *portal.blocks)}
    for filing in portal.filings:
        path = f"filings[{filing.id}]"
        yield from _claims(path, filing, portal)
        own = [*(blocks[name] for name in filing.shared if name in blocks), *filing.blocks]
        for block in own:
            yield from _fields(f"{path}.{block.id}", block, portal, shared, forms.get(filing.form))
        yield from _apart(path, own, portal, shared)


def _claims(path: str, filing: FiledProcedure, portal: PortalFamily) -> Iterator[Found]:
    if filing.evidence is Evidence.INFERRED and filing.confidence is Confidence.HIGH:
        yield f"{path}.confidence", rule_words.CONCLUDED_IS_NOT_CERTAIN
    if filing.evidence is Evidence.SEEN and portal.evidence is Evidence.INFERRED and filing.blocks:
        yield f"{path}.evidence", rule_words.FIELDS_CANNOT_BE_SEEN


# ------------------------------------------------------------ words
def _words(own: PageWords, shared: PageWords | None = None) -> Iterator[Found]:
    success = (*own.success, *(shared.success if shared else ()))
    draft = (*own.draft, *(shared.draft if shared else ()))
    for phrase in draft:
        if says(phrase, success):
            yield "words.draft", rule_words.DRAFT_HOLDS_SUCCESS.filled(given=phrase)
    for phrase in success:
        if says(phrase, draft):
            yield "words.success", rule_words.SUCCESS_HOLDS_A_DRAFT.filled(given=phrase)
    for kind in _KINDS_OF_WORDS:
        for phrase in getattr(own, kind):
            if len(folded(phrase).split()) < 2 and kind != "wall":
                yield f"words.{kind}", rule_words.ONE_WORD_ONLY.filled(given=phrase)


def _other_words(path: str, answer: str, others: tuple[str, ...]) -> Iterator[Found]:
    for other in others:
        if folded(other) == folded(answer):
            yield path, rule_words.READS_THE_SAME.filled(other=other, answer=answer)


# ------------------------------------------------------------ fields
def _fields(
    path: str, block: Block, portal: PortalFamily, shared: SharedByPortals, form: FormDefinition | None
) -> Iterator[Found]:
    for asked in block.fields:
        place = f"{path}.{asked.id}"
        for said in labels_of(asked, portal, shared):
            if why := _secret(said, asked):
                yield f"{place}.labels", rule_words.NEVER_FILLED.filled(said=said, given=why.value)
        for answer, others in asked.options.items():
            yield from _other_words(f"{place}.options", answer, others)
        if form is not None:
            yield from _options(place, asked, form)


def _secret(said: str, asked: FiledField) -> Secrecy | None:
    kind = "checkbox" if asked.kind is ControlKind.TICK else "text"
    control = Control(frame=0, index=0, tag="input", type=kind, label=said, names=asked.names)
    return never_filled(control, _SOMEWHERE, _ANYWHERE)


def _options(place: str, asked: FiledField, form: FormDefinition) -> Iterator[Found]:
    """Other words of an answer that nobody can give."""
    question = question_of(asked, form)
    printed = {option.printed for option in question.options} if question else set()
    for answer in asked.options if printed else ():
        if answer not in printed:
            yield (
                f"{place}.options",
                rule_words.NO_PRINTED_ANSWER.filled(answer=answer, what=question.key if question else ""),
            )


def _apart(path: str, blocks: list[Block], portal: PortalFamily, shared: SharedByPortals) -> Iterator[Found]:
    """Two fields that one control of a page could be: neither would ever be filled."""
    every = [(block, asked, frozenset(map(label, labels_of(asked, portal, shared)))) for block in blocks
             for asked in block.fields]  # fmt: skip
    for (one, first, labels), (other, second, others) in combinations(every, 2):
        if labels & others and _may_meet(one, other) and not _names_differ(first, second):
            said = next(word for word in labels_of(second, portal, shared) if label(word) in labels)
            yield (
                f"{path}.{other.id}.{second.id}",
                (rule_words.STANDS_BESIDE_ANOTHER.filled(said=said, block=one.id, field=first.id)),
            )


def _may_meet(one: Block, other: Block) -> bool:
    """Whether fields of the two may stand under one heading."""
    return not one.headings or not other.headings or bool({*map(label, one.headings)} & {*map(label, other.headings)})


def _names_differ(first: FiledField, second: FiledField) -> bool:
    names, others = ({steady_name(name) for name in asked.names} for asked in (first, second))
    return bool(names or others) and not names & others
