"""Groups of key agreement: the domain parameters themselves, and what is no element."""

from __future__ import annotations

import gmpy2
import pytest

from devices.emrtd import domain_parameters
from devices.emrtd.domain_parameters import DH_PARAMETERS, ECDH_PARAMETERS, standardized_curve, standardized_group
from devices.emrtd.groups import private_key
from devices.iso7816.errors import MalformedError


@pytest.mark.parametrize("parameter_id", sorted(DH_PARAMETERS))
def test_the_modp_groups_are_prime_and_their_generators_have_the_order(parameter_id: int) -> None:
    group = domain_parameters._MODULAR[parameter_id]
    p, q, g = group.prime, group.order, group.generator
    assert gmpy2.is_prime(p)
    assert gmpy2.is_prime(q)
    assert (p - 1) % q == 0
    assert gmpy2.powmod(g, q, p) == 1


@pytest.mark.parametrize("parameter_id", sorted(DH_PARAMETERS | ECDH_PARAMETERS))
def test_both_ends_agree_and_encoding_is_undone(parameter_id: int) -> None:
    group = standardized_group(parameter_id)
    one, other = private_key(group), private_key(group)
    public_one, public_other = (group.multiply(group.generator, key) for key in (one, other))
    assert group.encode(group.decode(group.encode(public_one))) == group.encode(public_one)
    assert group.secret(group.multiply(public_other, one)) == group.secret(group.multiply(public_one, other))


def test_a_number_the_table_does_not_know_names_no_group() -> None:
    assert standardized_curve(19) is None
    with pytest.raises(MalformedError):
        standardized_group(19)


@pytest.mark.parametrize("parameter_id", [0, 13])
def test_the_neutral_element_is_refused(parameter_id: int) -> None:
    group = standardized_group(parameter_id)
    with pytest.raises(MalformedError):
        group.multiply(group.generator, group.order)
    inverse = group.multiply(group.generator, group.order - 1)
    with pytest.raises(MalformedError):
        group.combine(group.generator, inverse)


@pytest.mark.parametrize(
    ("parameter_id", "key"),
    [
        (0, "00"),
        (0, "01"),
        (0, "ff" * 128),
        (0, "02"),
        (0, "00" * 129),
        (13, ""),
        (13, "04"),
        (13, "02" + "01" * 32),
        (13, "04" + "01" * 64),
        (13, "04" + "00" * 64),
    ],
)
def test_what_is_no_element_of_the_group_is_malformed(parameter_id: int, key: str) -> None:
    with pytest.raises(MalformedError):
        standardized_group(parameter_id).decode(bytes.fromhex(key))
