"""What some people pay, for a while, in place of the usual fee: `fee-variants.toml`.

One law changes the fee of many procedures on one day; it is written once and laid into each of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from kiosk.content.fact import Fact
from kiosk.content.pack import Pack
from kiosk.i18n import Text
from kiosk.procedures import rule_words

FILE: Final = "fee-variants.toml"
FoundIn = tuple[str, str, Text]
"""File, key path, expectation."""


class FeeVariant(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who pays how much instead, under which condition; said beside the usual fee as long as it holds."""

    may_pass = True

    id: str
    text: Text
    guide: str | None = None
    """A guide that leads to the condition."""
    procedures: tuple[str, ...] = ()
    """Ids of the procedures it belongs to; empty where it stands in a procedure's own file."""


class FeeVariants(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`fee-variants.toml`: fees that hold for some people or for a while."""

    variants: tuple[FeeVariant, ...] = ()

    def of(self, procedure_id: str) -> tuple[FeeVariant, ...]:
        """Those of one procedure, in the order of the file."""
        return tuple(variant for variant in self.variants if procedure_id in variant.procedures)


def read_variants(pack: Pack) -> FeeVariants:
    """The variants of a pack; none where it has no such file. Raises `ContentError` for a broken one."""
    if any((layer / FILE).exists() for layer in pack.layers):
        return pack.file(FILE, FeeVariants)
    return FeeVariants()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIds:
    """Ids that a variant may name."""

    procedures: Collection[str]
    guides: Collection[str]


def broken_variants(
    shared: FeeVariants, own: Mapping[str, Iterable[FeeVariant]], known: KnownIds
) -> Iterator[FoundIn]:
    """Names that do not exist; `own` are the variants in the procedures' own files."""
    for variant in shared.variants:
        place = f"variants[{variant.id}]"
        if not variant.procedures:
            yield FILE, f"{place}.procedures", rule_words.PROCEDURES_MISSING
        for name in variant.procedures:
            if name not in known.procedures:
                yield FILE, f"{place}.procedures", rule_words.NO_PROCEDURE_CALLED.filled(given=name)
        if variant.guide is not None and variant.guide not in known.guides:
            yield FILE, f"{place}.guide", rule_words.NO_GUIDE_CALLED.filled(given=variant.guide)
    for procedure, variants in own.items():
        for variant in variants:
            if variant.guide is not None and variant.guide not in known.guides:
                place = f"fee_variants[{variant.id}].guide"
                yield f"procedures/{procedure}.toml", place, rule_words.NO_GUIDE_CALLED.filled(given=variant.guide)
