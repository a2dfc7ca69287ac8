"""A made-up woman whose every value stands nowhere else: wherever one is found, something of her was kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ON_THE_CARD = {
    "personal_number": "040190987651",
    "full_name": "Kiều Thị Hoàng Yến Chim",
    "date_of_birth": "17/03/1990",
    "place_of_residence": "Xóm Chim Hoàng Yến, Xã Thần Lĩnh, Tỉnh Nghệ An",
    "place_of_origin": "Làng Chim Cắt, Xã Bồ Câu, Tỉnh Nghệ An",
    "father": "Kiều Văn Sáo Sậu",
    "mother": "Lương Thị Họa Mi",
    "religion": "Đạo Chim Câu",
    "ethnicity": "Ơ Đu Chim Ri",
    "identifying_features": "Nốt ruồi hình chim sâu dưới mắt trái",
    "old_id_number": "187654329",
    "chip_number": "CHIP7788990",
}
TYPED = {
    "dien_thoai": "0987612345",
    "chu_ho_ten": "Lê Văn Chích Chòe",
    "quan_he": "Người ở trọ chim",
    "chu_ho_so": "040175098761",
}
DETAIL = "Số 77 ngõ Chim Sẻ"
VALUES: Final[Mapping[str, str]] = {**ON_THE_CARD, **TYPED, "detail": DETAIL}
