/* Starts CPython, which lies beside this program, with the module `start` and the words of the command line.
   Ends with 90 when there is no python311.dll beside it, with 91 when it is not CPython's. */
#include <windows.h>

typedef int (*PyMain)(int, wchar_t **);

static const wchar_t *const BEFORE[] = {L"-X", L"utf8", L"-m", L"start"};
enum { NUMBER_BEFORE = sizeof BEFORE / sizeof *BEFORE, NO_PYTHON = 90, NOT_PYTHON = 91, LONGEST = 32768 };

static HMODULE python_beside(void)
{
    static wchar_t place[LONGEST];
    DWORD length = GetModuleFileNameW(NULL, place, LONGEST - 16);
    while (length && place[length - 1] != L'\\') length--;
    lstrcpyW(place + length, L"python311.dll");
    return LoadLibraryExW(place, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

static int start(int argc, wchar_t **argv)
{
    HMODULE library = python_beside();
    if (!library) return NO_PYTHON;
    PyMain run = (PyMain)(void *)GetProcAddress(library, "Py_Main");
    if (!run) return NOT_PYTHON;
    wchar_t **words = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, (argc + NUMBER_BEFORE + 1) * sizeof *words);
    int number = 0;
    words[number++] = argv[0];
    for (int i = 0; i < NUMBER_BEFORE; i++) words[number++] = (wchar_t *)BEFORE[i];
    for (int i = 1; i < argc; i++) words[number++] = argv[i];
    return run(number, words);
}

int wmain(int argc, wchar_t **argv) { return start(argc, argv); }

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show)
{
    (void)instance, (void)before, (void)show, (void)line;
    return start(__argc, __wargv);
}
