"""Where a procedure file shows other amounts than the record it was written from, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """The amounts shown instead, in đồng: online, desk."""

    amounts: tuple[int | None, int | None]
    reason: str


_COUNCIL = Departure(
    amounts=(0, None),
    reason="the record says the provincial council decides; resolution 09/2025 of Nghệ An sets 0 for online filing, "
    "its list of civil status fees was cut off, so the fee is only medium",
)

AMOUNTS: dict[str, Departure] = {
    "xac-nhan-tinh-trang-hon-nhan": _COUNCIL,
    "dang-ky-lai-khai-sinh": _COUNCIL,
    "khai-sinh-kem-nhan-cha-me-con": _COUNCIL,
    "nhan-cha-me-con": _COUNCIL,
    "cai-chinh-ho-tich": _COUNCIL,
    "ket-hon-bien-gioi": _COUNCIL,
    "khai-sinh-bien-gioi": _COUNCIL,
    "ket-hon-nuoc-ngoai": _COUNCIL,
    "khai-sinh-nuoc-ngoai": _COUNCIL,
    "ghi-chu-ly-hon": _COUNCIL,
    "khai-sinh-nguoi-da-co-giay-to": _COUNCIL,
    "dang-ky-lai-khai-tu": _COUNCIL,
    "dang-ky-lai-ket-hon": _COUNCIL,
    "dang-ky-ho-kinh-doanh": Departure(
        amounts=(0, None),
        reason="resolution 09/2025 of Nghệ An sets 0 for online filing; each province sets the amount at the desk",
    ),
}
