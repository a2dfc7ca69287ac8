"""Proves of a guide that nobody gets lost in it: every node reaches an exit, no circle, at most 12 steps on a path.

Also that every action has its "it does not work", that every hand-over names a known counter, and that the steps
where a secret is typed say so. Texts and facts are checked by `kiosk.content`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from kiosk.guides import rule_words
from kiosk.guides.graph import cycle, leading_to, longest, reachable
from kiosk.guides.guide import Exit, ExitKind, Guide, Step
from kiosk.guides.rules import broken_rules
from kiosk.toml.fault import FileFault, Found, fault

LONGEST_PATH = 12
_SECRETS = ("mật khẩu", "otp", "passcode", "mã 6 số", "mã pin")
_TYPING = ("nhập", "đặt", "gõ")


def check_guide(
    guide: Guide, *, counters: Collection[str], guides: Collection[str], procedures: Collection[str]
) -> list[FileFault]:
    """Every fault of one guide; the collections hold the keys it may refer to."""
    file = f"guides/{guide.id}.toml"
    found = [*_shape(guide), *_exits(guide, counters, guides)]
    if not found:
        found += _paths(guide)
    for step in guide.steps:
        found += _step(step)
    found += broken_rules(guide)
    if guide.procedure is not None and guide.procedure not in procedures:
        found.append(("procedure", rule_words.NO_PROCEDURE_CALLED.filled(given=guide.procedure)))
    return [fault(file, path, expected) for path, expected in found]


def check_handing_on(guides: Iterable[Guide], *, unread: Collection[str] = ()) -> list[FileFault]:
    """Guides that only ever hand on to other guides: nobody who starts one would reach an end.

    Of the guides in `unread`, which cannot be used, the best is believed.
    """
    by_id = {guide.id: guide for guide in guides}
    known = {*by_id, *unread}
    graph = {
        key: [end.then for end in guide.exits if end.kind is ExitKind.GO_ON and end.then in known]
        for key, guide in by_id.items()
    }
    real = [key for key, guide in by_id.items() if any(end.kind is not ExitKind.GO_ON for end in guide.exits)]
    saved = leading_to(graph, [*real, *unread])
    expected = rule_words.NEVER_ENDS
    return [fault(f"guides/{key}.toml", "exits", expected) for key in graph if key not in saved]


def _shape(guide: Guide) -> Iterator[Found]:
    nodes = [step.id for step in guide.steps] + [end.id for end in guide.exits]
    for name, times in Counter(nodes).items():
        if times > 1:
            yield f"[{name}]", rule_words.ID_USED_TWICE
    if guide.step(guide.start) is None:
        yield "start", rule_words.NO_STEP_CALLED.filled(given=guide.start)
    for step in guide.steps:
        for way in step.ways:
            if way not in nodes:
                yield f"steps[{step.id}]", rule_words.LEADS_NOWHERE.filled(given=way)


def _exits(guide: Guide, counters: Collection[str], guides: Collection[str]) -> Iterator[Found]:
    if not any(end.kind is ExitKind.DONE for end in guide.exits):
        yield "exits", rule_words.NEEDS_AN_EXIT_DONE
    for end in guide.exits:
        yield from _exit(end, counters, guides)


def _exit(end: Exit, counters: Collection[str], guides: Collection[str]) -> Iterator[Found]:
    place = f"exits[{end.id}]"
    if end.kind is ExitKind.HAND_OVER and end.counter is None:
        yield f"{place}.counter", rule_words.EXIT_MUST_NAME_A_COUNTER
    if end.counter is not None and end.counter not in counters:
        yield f"{place}.counter", rule_words.NO_COUNTER_CALLED.filled(given=end.counter)
    if end.kind is ExitKind.GO_ON and end.then is None:
        yield f"{place}.then", rule_words.EXIT_MUST_NAME_A_GUIDE
    if end.then is not None and end.then not in guides:
        yield f"{place}.then", rule_words.NO_GUIDE_CALLED.filled(given=end.then)


def _paths(guide: Guide) -> Iterator[Found]:
    graph = {step.id: step.ways for step in guide.steps}
    ends = [end.id for end in guide.exits]
    seen = reachable(graph, guide.start)
    for node in [*graph, *ends]:
        if node not in seen:
            yield f"[{node}]", rule_words.UNREACHABLE
    saved = leading_to(graph, ends)
    for node in graph:
        if node not in saved:
            yield f"steps[{node}]", rule_words.DEAD_END
    circle = cycle(graph)
    if circle:
        yield f"steps[{circle[0]}]", rule_words.WALKS_IN_A_CIRCLE.filled(given=" > ".join(circle))
    elif (steps := longest(graph, guide.start)) > LONGEST_PATH:
        yield "steps", rule_words.PATH_TOO_LONG.filled(steps=steps, longest_path=LONGEST_PATH)


def _step(step: Step) -> Iterator[Found]:
    place = f"steps[{step.id}]"
    if bool(step.choices) == (step.next is not None):
        yield place, rule_words.NEXT_OR_CHOICES
    if step.next is not None and step.trouble is None:
        yield f"{place}.trouble", rule_words.ACTION_NEEDS_TROUBLE
    if step.choices and len(step.choices) + (step.trouble is not None) < 2:
        yield f"{place}.choices", rule_words.QUESTION_NEEDS_TWO_ANSWERS
    said = step.text.vi.lower()
    if not step.secret and any(word in said for word in _SECRETS) and any(word in said for word in _TYPING):
        yield f"{place}.secret", rule_words.SECRET_NOT_MARKED
    if step.illustration is None and step.screen is None:
        yield f"{place}.illustration", rule_words.STEP_SHOWS_NOTHING
