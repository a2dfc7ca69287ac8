"""Put signed drafts into force: snapshot and timestamp by the releasing PC's key, timestamp last.

A station that looks in the middle of a copy sees the old release or the new one: every file but `timestamp.json` has
a name of its own, and that one file is replaced in one step.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

from devices.system.files import replace_settled
from kiosk.content.updates.publishing.drafts import TARGETS_LAST, PublishingError, Repository, missing
from kiosk.i18n import Text

DAYS: Final = 35
"""How long a release is believed without being renewed; a frozen source is noticed after that."""


_UNSIGNED: Final = Text("{role}: còn thiếu {lacking} chữ ký.", "{role}: {lacking} more signatures are needed.")
_NOTHING: Final = Text(
    "Chưa có gì để phát hành; chạy `publish init` và `publish pack` trước.",
    "Nothing to release; run `publish init` and `publish pack` first.",
)
_OTHER_KEY: Final = Text("Khoá này không phải khoá phát hành.", "This key is not the key that releases.")
_SIGNED_BY_OLD_KEYS: Final = Text(
    "targets: ký bằng khoá mà root mới không còn nêu tên; chạy `publish renew` rồi ký lại.",
    "targets: signed by keys the new root no longer names; run `publish renew` and sign again.",
)


def release(
    place: Repository, signer: CryptoSigner, now: datetime, days: int = DAYS, *, with_drafts: bool = True
) -> int:
    """Release what is drafted, or renew what is out; returns the timestamp's version.

    A draft that was abandoned is dropped and never released; without `with_drafts` the others wait on. Raises
    `PublishingError`.
    """
    place.give_up_drafts(now)
    drafts: list[Metadata[Root] | Metadata[Targets]] = [
        draft for draft in (place.draft(Root), place.draft(Targets)) if draft is not None and with_drafts
    ]
    for draft in drafts:
        if lacking := missing(place, draft):
            raise PublishingError(_UNSIGNED.filled(role=draft.signed.type, lacking=lacking))
    root = (place.draft(Root) if with_drafts else None) or place.published(Root)
    targets = (place.draft(Targets) if with_drafts else None) or place.published(Targets)
    if root is None or targets is None:
        raise PublishingError(_NOTHING)
    if signer.public_key.keyid not in root.signed.roles[Timestamp.type].keyids:
        raise PublishingError(_OTHER_KEY)
    if root.signed.get_verification_result(Targets.type, targets.signed_bytes, targets.signatures).verified is False:
        raise PublishingError(_SIGNED_BY_OLD_KEYS)
    place.metadata.mkdir(parents=True, exist_ok=True)
    for draft in drafts:
        replace_settled(place.metadata / f"{draft.signed.version}.{draft.signed.type}.json", draft.to_bytes())
    number = _stamp(place.metadata, targets.signed.version, signer, now, days)
    for draft in drafts:
        place.drop_draft(type(draft.signed))
    return number


def _stamp(metadata: Path, targets: int, signer: CryptoSigner, now: datetime, days: int) -> int:
    """Snapshot and timestamp share one number."""
    path = metadata / "timestamp.json"
    number = Metadata[Timestamp].from_bytes(path.read_bytes()).signed.version + 1 if path.exists() else 1
    snapshot = Metadata(
        Snapshot(version=number, expires=now + TARGETS_LAST, meta={"targets.json": MetaFile(targets)})
    )
    timestamp = Metadata(
        Timestamp(version=number, expires=now + timedelta(days=days), snapshot_meta=MetaFile(number))
    )
    for document in (snapshot, timestamp):
        document.sign(signer)
    replace_settled(metadata / f"{number}.snapshot.json", snapshot.to_bytes())
    replace_settled(path, timestamp.to_bytes())
    return number
