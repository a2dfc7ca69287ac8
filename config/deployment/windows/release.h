/* Where the releases of the program lie on Windows, and which one starts. Everything is below the folder of the program
   that asks: `current` and `previous` name a folder of `releases`, written by the installer alone. */
#include <windows.h>

enum { LONGEST = 32768, LONGEST_NAME = 64 };

/* The folder of this program, with its last backslash. */
static wchar_t *own_folder(void)
{
    static wchar_t place[LONGEST];
    DWORD length = GetModuleFileNameW(NULL, place, LONGEST);
    while (length && place[length - 1] != L'\\') length--;
    place[length] = 0;
    return place;
}

/* Reads the name of a release from a small file: letters, digits, dot, hyphen and plus. FALSE for anything else. */
static BOOL read_name(const wchar_t *file, wchar_t *name)
{
    char text[LONGEST_NAME];
    DWORD length = 0;
    HANDLE opened = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (opened == INVALID_HANDLE_VALUE) return FALSE;
    BOOL read = ReadFile(opened, text, sizeof text - 1, &length, NULL);
    CloseHandle(opened);
    while (length && (text[length - 1] == '\n' || text[length - 1] == '\r' || text[length - 1] == ' ')) length--;
    for (DWORD i = 0; i < length; i++) {
        char one = text[i];
        BOOL fits = (one >= '0' && one <= '9') || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || one == '-' ||
                    one == '+' || (one == '.' && i > 0);
        if (!fits) return FALSE;
        name[i] = (wchar_t)one;
    }
    name[length] = 0;
    return read && length > 0;
}

/* The program of the release that `file` (current, previous) names; FALSE when there is none. */
static BOOL program_of(const wchar_t *file, const wchar_t *program, wchar_t *name, wchar_t *place)
{
    wchar_t asked[LONGEST];
    wsprintfW(asked, L"%s%s", own_folder(), file);
    if (!read_name(asked, name)) return FALSE;
    wsprintfW(place, L"%sreleases\\%s\\%s", own_folder(), name, program);
    return GetFileAttributesW(place) != INVALID_FILE_ATTRIBUTES;
}
