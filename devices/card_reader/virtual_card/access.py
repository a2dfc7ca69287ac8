"""Who gets in: PACE, BAC and Chip Authentication as the chip answers their commands."""

from __future__ import annotations

import hashlib

from devices.card_reader.virtual_card.apdu import Command, StatusError
from devices.card_reader.virtual_card.bac import BacLock
from devices.card_reader.virtual_card.ber import oid, tlv, walk
from devices.card_reader.virtual_card.chip_proofs import chip_authentication
from devices.card_reader.virtual_card.mrz import mrz_information
from devices.card_reader.virtual_card.pace import PaceProfile, PaceRun
from devices.card_reader.virtual_card.persona import Persona
from devices.card_reader.virtual_card.personalisation import pace_offers, profile
from devices.card_reader.virtual_card.reading import FileCommands
from devices.card_reader.virtual_card.secure_channel import SecureChannel
from devices.card_reader.virtual_card.security_infos import chip_protocol, static_scalar

OK = 0x9000
WRONG_DATA = 0x6A80
NO_SUCH_REFERENCE = 0x6A88
NOT_ALLOWED = 0x6982
OUT_OF_ORDER = 0x6985
WRONG_PARAMETERS = 0x6A86
MRZ, CAN = 1, 2
SET_PACE, SET_CHIP_AES, SET_CHIP_3DES = 0xC1A4, 0x41A4, 0x41A6


class AccessControl:
    """Holds the run in progress; a finished one leaves a new channel to be taken once."""

    def __init__(self, persona: Persona, label: str) -> None:
        """Keys and passwords come from the persona's holder."""
        self._chip = persona.chip
        self._quirks = persona.quirks
        self._label = label
        information = mrz_information(persona.holder).encode("ascii")
        self._passwords = {
            MRZ: hashlib.sha1(information, usedforsecurity=False).digest(),
            CAN: persona.holder.personal_number[-6:].encode("ascii"),
        }
        if not persona.quirks.knows_can:
            del self._passwords[CAN]
        self._bac = BacLock(information)
        self.reset()

    def reset(self) -> None:
        """Forget access rights, a protocol in progress and failed attempts, as a card without power does."""
        self._bac.forget()
        self._pace: PaceRun | None = None
        self._chip_authentication_set = False
        self._offended = False
        self._new_channel: SecureChannel | None = None
        self._session_lost = False

    def take_new_channel(self) -> SecureChannel | None:
        """The channel that the last command opened; it protects from the next command on."""
        channel, self._new_channel = self._new_channel, None
        return channel

    def session_is_lost(self) -> bool:
        """True once, after a Chip Authentication that broke: its answer was the last protected one."""
        lost, self._session_lost = self._session_lost, False
        return lost

    def set_security_environment(self, command: Command) -> tuple[bytes, int]:
        """MSE:Set AT for PACE or Chip Authentication, MSE:Set KAT for Chip Authentication with 3DES."""
        try:
            objects = dict(walk(command.data))
        except ValueError as fault:
            raise StatusError(WRONG_DATA) from fault
        match command.p1p2:
            case value if value == SET_PACE:
                self._set_pace(objects)
            case value if value == SET_CHIP_AES:
                self._set_chip_authentication(objects)
            case value if value == SET_CHIP_3DES and self._quirks.chip_authentication_commands == "any":
                self._agree(objects.get(0x91, b""))
            case _:
                raise StatusError(WRONG_PARAMETERS)
        return b"", OK

    def general_authenticate(self, command: Command, *, opened: bool) -> tuple[bytes, int]:
        """A step of PACE, or the one step of Chip Authentication."""
        if self._chip_authentication_set and opened:
            self._chip_authentication_set = False
            self._agree(_public_key(command.data))
            return tlv(0x7C), OK
        if self._pace is None:
            raise StatusError(OUT_OF_ORDER)
        return self._pace_step(self._pace, command.data), OK

    def get_challenge(self, files: FileCommands) -> tuple[bytes, int]:
        """Eight bytes for BAC; a card that only speaks PACE has no such reference data."""
        if not self._chip.bac:
            raise StatusError(NO_SUCH_REFERENCE)
        if not files.in_application:
            raise StatusError(OUT_OF_ORDER)
        return self._bac.challenge(), OK

    def external_authenticate(self, command: Command) -> tuple[bytes, int]:
        """The mutual authentication of BAC."""
        self._refuse_offender()
        try:
            answer, self._new_channel = self._bac.authenticate(command.data)
        except StatusError:
            self._offended = True
            raise
        return answer, OK

    def _set_pace(self, objects: dict[int, bytes]) -> None:
        if self._chip.pace is None:
            raise StatusError(NO_SUCH_REFERENCE)
        self._refuse_offender()
        pace = self._chosen(objects)
        password = self._passwords.get(int.from_bytes(objects.get(0x83, b""), "big"))
        if password is None:
            raise StatusError(NO_SUCH_REFERENCE)
        static = None
        if pace.mapping == "ECDH-CAM" and self._chip.chip_authentication:
            static = static_scalar(self._label, self._chip.chip_authentication)
        self._pace = PaceRun(pace, password, static_key=static, proof=self._quirks.mapping_proof)

    def _chosen(self, objects: dict[int, bytes]) -> PaceProfile:
        """The offer that MSE:Set AT means, by protocol and, where it stands there, by the parameters' number."""
        offers = [profile(each) for each in pace_offers(self._chip)]
        fitting = [each for each in offers if tlv(0x06, objects.get(0x80, b"")) == oid(each.protocol)]
        if not fitting:
            raise StatusError(WRONG_DATA)
        if 0x84 not in objects:
            if (status := int(self._quirks.parameters_unnamed, 16)) != OK:
                raise StatusError(status)
            return fitting[min(self._quirks.default_offer, len(fitting) - 1)]
        number = int.from_bytes(objects[0x84], "big")
        named = [each for each in fitting if each.parameter_id == number]
        if not named:
            raise StatusError(NO_SUCH_REFERENCE)
        return named[0]

    def _pace_step(self, run: PaceRun, data: bytes) -> bytes:
        try:
            answer = run.answer(data)
        except StatusError:
            self._pace, self._offended = None, True
            raise
        if run.channel_cipher:
            self._pace, self._new_channel = None, SecureChannel(run.channel_cipher)
        return answer

    def _set_chip_authentication(self, objects: dict[int, bytes]) -> None:
        chip = self._chip.chip_authentication
        if chip is None or tlv(0x06, objects.get(0x80, b"")) != oid(chip_protocol(chip)):
            raise StatusError(WRONG_DATA)
        self._chip_authentication_set = True

    def _agree(self, terminal_public: bytes) -> None:
        chip = self._chip.chip_authentication
        if chip is None:
            raise StatusError(NO_SUCH_REFERENCE)
        if (status := int(self._quirks.chip_authentication, 16)) != OK:
            self._session_lost = True
            raise StatusError(status)
        self._new_channel = SecureChannel(chip_authentication(self._label, chip, terminal_public))

    def _refuse_offender(self) -> None:
        """A stubborn chip, once tried with a wrong key, refuses the right one until it is reset."""
        if self._quirks.stubborn and self._offended:
            raise StatusError(OUT_OF_ORDER)


def _public_key(data: bytes) -> bytes:
    try:
        return dict(walk(dict(walk(data))[0x7C]))[0x80]
    except (ValueError, KeyError) as fault:
        raise StatusError(WRONG_DATA) from fault
