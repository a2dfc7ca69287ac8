"""Which of Debian's packages the image holds beside those that our own ask for, and what each is there for."""

from __future__ import annotations

SUITE = "bookworm"
COMPONENTS = "main,non-free-firmware"
"""Firmware is all that is taken from outside Debian's main: without it many a graphics or network card is dead."""
MACHINE = {
    "linux-image-amd64": "the kernel, signed by Debian",
    "initramfs-tools": "the initrd that finds the slot",
    "busybox": "the initrd's shell and mount",
    "zstd": "the initrd's compression",
    "cryptsetup-bin": "veritysetup: no byte of the root is read that was not made here",
    "systemd-sysv": "the first process",
    "systemd-timesyncd": "the time from the network",
    "systemd-resolved": "names in the network",
    "udev": "device nodes",
    "kmod": "kernel modules",
    "dbus": "the system's bus",
    "iproute2": "network",
    "libnss-mdns": "names of printers in the room",
    "avahi-daemon": "printers, scanners and the other PC of the room",
    "avahi-utils": "the same, asked by the kiosk",
    "apparmor": "CUPS and avahi held by Debian's own profiles",
    "e2fsprogs": "the state partition",
    "dosfstools": "the partition KIOSK",
    "fdisk": "partitions, seen and made by the technician",
    "tzdata": "the time of Viet Nam",
    "ca-certificates": "whom the portal is believed",
}
DEVICES = {
    "ipp-usb": "a printer or scanner on a USB cable, spoken to as in a network",
    "sane-airscan": "scanners without a driver of their own",
    "printer-driver-brlaser": "Brother's laser printers",
    "printer-driver-foo2zjs": "HP's and Konica's cheapest laser printers (ZjStream)",
    "printer-driver-splix": "Samsung's laser printers",
    "printer-driver-escpr": "Epson's ink printers",
    "printer-driver-hpcups": "HP's printers",
}
FIRMWARE = {
    "firmware-amd-graphics": "AMD's graphics",
    "firmware-misc-nonfree": "Intel's and NVIDIA's graphics, smaller network cards",
    "firmware-realtek": "wired and wireless network, most office PCs",
    "firmware-iwlwifi": "Intel's wireless network",
    "firmware-atheros": "Qualcomm's wireless network",
    "firmware-brcm80211": "Broadcom's wireless network",
    "firmware-bnx2": "Broadcom's wired network",
    "firmware-intel-sound": "sound of Intel's PCs",
    "firmware-sof-signed": "sound of newer Intel PCs",
    "wireless-regdb": "which radio channels a country allows",
    "intel-microcode": "faults of Intel's processors",
    "amd64-microcode": "faults of AMD's processors",
}
SIGNED_LOADERS = ("shim-signed", "grub-efi-amd64-signed")
"""Fetched with the rest and unpacked, not installed: nothing in the image may write a loader."""
DRIVERS = "/lib/modules/*/kernel/drivers"
LEFT_OUT = (
    *("/usr/share/man/*", "/usr/share/info/*", "/usr/share/locale/*", "/usr/share/doc/*"),
    *(f"{DRIVERS}/{kind}/*" for kind in ("infiniband", "iio", "staging", "isdn", "comedi", "target")),
    *(f"{DRIVERS}/media/{kind}/*" for kind in ("usb", "pci", "dvb-frontends", "tuners", "i2c", "platform", "radio")),
)
"""Pages nobody can open there; drivers of television, sensors and computing centres."""
KEPT = ("/usr/share/doc/*/copyright", "/usr/share/doc/kiosk-dvc*/*")
"""Every package's licence stays, and all of ours."""


def packages() -> list[str]:
    """Names of all of them, sorted."""
    return sorted({*MACHINE, *DEVICES, *FIRMWARE})
