"""What Wine 8 lacks of a Windows 10 and the program's libraries link: stand-ins for the test prefix, never packed.

Which functions they are is read from the files themselves (the PE format's import tables, by binutils):

- `icuuc.dll`: Qt's core names its converters and calls none for UTF-8; each answers that it failed.
- `bcryptprimitives.dll`: random numbers for libraries written in Rust.
- `ucrtbase.dll`: Wine's own has no complex numbers, which numpy links; Wine's goes on as `ucrtwine.dll` behind it.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

OBJDUMP = "x86_64-w64-mingw32-objdump"
COMPILER = "x86_64-w64-mingw32-gcc-win32"
BUILTIN, COPIED = b"Wine builtin DLL", b"Wine copied  DLL"
"""The mark behind the DOS header by which Wine knows its own; a copy must not carry it."""

ICU = """
__declspec(dllexport) void *ucnv_open(const char *name, int *fault) { (void)name; if (fault) *fault = 4; return 0; }
"""
RANDOM = """
#include <windows.h>
#include <bcrypt.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PUCHAR to, SIZE_T size)
{
    return BCryptGenRandom(NULL, to, (ULONG)size, BCRYPT_USE_SYSTEM_PREFERRED_RNG) == 0;
}
"""
COMPLEX = """
#include <complex.h>
typedef struct { double re, im; } Double;
typedef struct { float re, im; } Float;
static double complex wide(Double of) { return of.re + of.im * I; }
static double complex widef(Float of) { return of.re + of.im * I; }
static Double narrow(double complex of) { return (Double){creal(of), cimag(of)}; }
static Float narrowf(double complex of) { return (Float){(float)creal(of), (float)cimag(of)}; }
"""
REAL = frozenset({"carg", "cimag", "creal", "cabs"})
"""Of a complex number these give a real one; all others give a complex one."""


def put_into(system: Path, program: Path, libraries: Path) -> None:
    """Build the three for the files below `program` and lay them into the prefix's system folder.

    `libraries` has Wine's own.
    """
    site = program / "site"
    qt = next(site.glob("PySide6/Qt6Core.dll"))
    numbers = next(site.glob("numpy/_core/_multiarray_umath*.pyd"))
    _build(system / "icuuc.dll", _answering_nothing(imports(qt, "icuuc.dll")))
    _build(system / "bcryptprimitives.dll", RANDOM, "-lbcrypt")
    _build_ucrt(system, libraries / "ucrtbase.dll", imports(numbers, "api-ms-win-crt-math-"))


def imports(file: Path, library: str) -> list[str]:
    """The functions a PE file takes from the libraries whose name begins so."""
    found: list[str] = []
    named = ""
    for line in _dump(file).splitlines():
        if match := re.match(r"\s*DLL Name: (\S+)", line):
            named = match[1].lower()
        elif line.startswith("There is an export"):
            break
        elif named.startswith(library) and (match := re.match(r"\s+[0-9a-f]+\s+(?:<none>\s+)?\S*\s+(\w+)$", line)):
            found.append(match[1])
    return found


def exports(file: Path) -> list[str]:
    """The functions a PE file offers by name."""
    table = _dump(file).partition("[Ordinal/Name Pointer] Table")[2]
    return re.findall(r"^\s*\[\s*\d+\](?:\s+\+base\[\s*\d+\])?(?:\s+[0-9a-f]+)?\s+(\S+)$", table, re.MULTILINE)


def _dump(file: Path) -> str:
    return subprocess.run([OBJDUMP, "-p", file], capture_output=True, text=True, check=True).stdout


def _answering_nothing(names: Iterable[str]) -> str:
    lines = (f"__declspec(dllexport) void *{name}(void) {{ return 0; }}" for name in names if name != "ucnv_open")
    return ICU + "\n".join(lines)


def _build_ucrt(system: Path, own: Path, wanted: Iterable[str]) -> None:
    offered = exports(own)
    lacking = sorted(name for name in set(wanted) if re.match(r"c[a-z]+f?$", name) and is_complex(name))
    content = own.read_bytes()
    assert content.count(BUILTIN) == 1
    (system / "ucrtwine.dll").write_bytes(content.replace(BUILTIN, COPIED))
    lines = [f"{name}=own_{name}" for name in lacking]
    lines += [f"{name}=ucrtwine.{name}" for name in offered if name not in lacking]
    definition = system / "ucrtbase.def"
    definition.write_text("LIBRARY ucrtbase.dll\nEXPORTS\n" + "\n".join(lines) + "\n")
    target = system / "ucrtbase.dll"
    target.unlink(missing_ok=True)
    _build(target, COMPLEX + "".join(_complex(name) for name in lacking), str(definition))
    definition.unlink()


def is_complex(name: str) -> bool:
    """Whether that is a function of C's `<complex.h>` (C11 7.3), and not one like `cos` or `ceilf`."""
    plain = name.removesuffix("f")
    of_one = {f"c{each}{kind}" for each in ("sin", "cos", "tan") for kind in ("", "h")}
    inverse = {f"ca{each}{kind}" for each in ("sin", "cos", "tan") for kind in ("", "h")}
    return plain in REAL | of_one | inverse | {"cexp", "clog", "csqrt", "cpow", "conj", "cproj"}


def _complex(name: str) -> str:
    plain, single = name.removesuffix("f"), name.endswith("f")
    kind, wide, narrow = ("Float", "widef", "narrowf") if single else ("Double", "wide", "narrow")
    if plain in REAL:
        number = "float" if single else "double"
        return f"{number} own_{name}({kind} of) {{ return ({number}){plain}({wide}(of)); }}\n"
    if plain == "cpow":
        return f"{kind} own_{name}({kind} of, {kind} to) {{ return {narrow}(cpow({wide}(of), {wide}(to))); }}\n"
    return f"{kind} own_{name}({kind} of) {{ return {narrow}({plain}({wide}(of))); }}\n"


def _build(target: Path, source: str, *more: str) -> None:
    text = target.with_suffix(".c")
    text.write_text(source)
    subprocess.run([COMPILER, "-shared", "-static-libgcc", "-O1", "-w", "-o", target, text, *more], check=True)
    text.unlink()
