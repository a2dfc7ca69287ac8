/* A stand-in for the program of a release: notes its start in `starts` beside the releases, then does what `how` beside
   it says: b(eats), s(ilent), anything else ends at once. */
#include <windows.h>

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR words, int show)
{
    wchar_t folder[MAX_PATH], file[2 * MAX_PATH], name[64];
    char how = 0;
    DWORD moved, length = GetModuleFileNameW(NULL, folder, MAX_PATH);
    (void)instance, (void)before, (void)words, (void)show;
    while (length && folder[length - 1] != L'\\') length--;
    folder[length] = 0;
    wsprintfW(file, L"%show", folder);
    HANDLE opened = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    ReadFile(opened, &how, 1, &moved, NULL);
    CloseHandle(opened);
    wsprintfW(file, L"%s..\\..\\starts", folder);
    opened = CreateFileW(file, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_ALWAYS, 0, NULL);
    WriteFile(opened, &how, 1, &moved, NULL);
    CloseHandle(opened);
    if (how != 'b' && how != 's') return 1;
    GetEnvironmentVariableW(L"KIOSK_ALIVE", name, 64);
    HANDLE alive = OpenEventW(EVENT_MODIFY_STATE, FALSE, name);
    for (;;) {
        if (how == 'b') SetEvent(alive);
        Sleep(100);
    }
}
