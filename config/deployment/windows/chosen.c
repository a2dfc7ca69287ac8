/* `kiosk-dvc.exe` beside the releases: the commands of the release that runs here, for technicians. Ends as they end;
   with 90 when there is no release. */
#include "release.h"

/* The command line behind the program's own name, which may stand in quotes. */
static wchar_t *words_behind_name(void)
{
    wchar_t *line = GetCommandLineW();
    BOOL quoted = FALSE;
    for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++)
        if (*line == L'"') quoted = !quoted;
    return line;
}

int wmain(void)
{
    static wchar_t place[LONGEST], line[LONGEST + 1];
    wchar_t name[LONGEST_NAME];
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION started;
    DWORD code = 90;
    if (!program_of(L"current", L"kiosk-dvc.exe", name, place)) return (int)code;
    wchar_t *words = words_behind_name();
    if (lstrlenW(place) + lstrlenW(words) + 3 > LONGEST) return (int)code;
    lstrcpyW(line, L"\"");
    lstrcatW(line, place);
    lstrcatW(line, L"\"");
    lstrcatW(line, words);
    SetConsoleCtrlHandler(NULL, TRUE); /* Ctrl+C is for the program below, which says how it ended */
    if (!CreateProcessW(place, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &started)) return (int)code;
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &code);
    return (int)code;
}
