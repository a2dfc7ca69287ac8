"""The chip's end of secure messaging, as the virtual card has it, in the words of the terminal."""

from __future__ import annotations

from devices.card_reader.virtual_card import apdu
from devices.card_reader.virtual_card.ciphers import ChipCipher, CipherName
from devices.card_reader.virtual_card.secure_channel import SecureChannel
from devices.emrtd.cipher_suites import CipherSuite
from devices.iso7816.apdu import Command, Response


class ChipEnd:
    """One session with these keys, its counter at zero; answers fit the command heard last."""

    def __init__(self, suite: CipherSuite, ks_enc: bytes, ks_mac: bytes) -> None:
        self._channel = SecureChannel(ChipCipher(CipherName(suite.name), ks_enc, ks_mac))
        self._odd = False

    def open(self, command: Command) -> Command:
        """The plain command inside a protected one. Raises the virtual card's `StatusError`."""
        heard = self._channel.open(apdu.parse(command.encode()))
        self._odd = bool(heard.ins & 1)
        return Command(cla=heard.cla, ins=heard.ins, p1=heard.p1, p2=heard.p2, data=heard.data, ne=heard.le or 0)

    def seal(self, response: Response) -> Response:
        """The answer as it goes over the link."""
        return Response.decode(self._channel.seal(response.data, response.sw, odd_ins=self._odd))
