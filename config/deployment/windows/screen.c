/* `kiosk-dvc-screen.exe`: keeps the kiosk on the screen of the station's user; his shell, or started at his sign-in.

   Starts `kiosk-dvcw.exe run` of the release that `current` names and starts it again when it ends, or when it is silent:
   60 s from its start, 15 s later on (the program sets an event, as it writes to systemd on Debian). Three failed starts
   within five minutes each: that release is refused and `previous` starts; without one the wait grows from 15 to 600 s.
   With `--end` it asks the one that runs to end, and ends with 0 when nothing runs any more, with 1 after 30 s.

   KIOSK_SCREEN_SECONDS, for trials: the five times and the first wait above, like "60 15 300 2 15". */
#include "release.h"
#include <sddl.h>
#include <stdlib.h>

#define ALIVE L"Local\\kiosk-dvc-alive"
#define END L"Global\\kiosk-dvc-end"
#define ONE L"Global\\kiosk-dvc-screen"
enum { FAILED_STARTS = 3, LONGEST_WAIT_S = 600, PATIENCE_TO_END_S = 30 };

static struct { DWORD start, beat, row, pause, wait; } seconds = {60, 15, 300, 2, 15};

static void read_seconds(void)
{
    wchar_t text[128], *next = text;
    DWORD length = GetEnvironmentVariableW(L"KIOSK_SCREEN_SECONDS", text, 128), *each = &seconds.start;
    if (!length || length >= 128) return;
    for (int i = 0; i < 5; i++) each[i] = wcstoul(next, &next, 10);
}

/* An event or mutex that an administrator may use beside the user who made it: the installer ends the kiosk with it. */
static SECURITY_ATTRIBUTES *for_administrators(void)
{
    static SECURITY_ATTRIBUTES given = {.nLength = sizeof given};
    if (!given.lpSecurityDescriptor)
        ConvertStringSecurityDescriptorToSecurityDescriptorW(
            L"D:(A;;GA;;;SY)(A;;GA;;;BA)(A;;GA;;;OW)", SDDL_REVISION_1, &given.lpSecurityDescriptor, NULL);
    return &given;
}

static BOOL runs_somewhere(void)
{
    HANDLE one = OpenMutexW(SYNCHRONIZE, FALSE, ONE);
    if (!one) return GetLastError() == ERROR_ACCESS_DENIED;
    CloseHandle(one);
    return TRUE;
}

static int end_the_other(void)
{
    HANDLE end = OpenEventW(EVENT_MODIFY_STATE, FALSE, END);
    if (end) SetEvent(end);
    for (int i = 0; i < PATIENCE_TO_END_S * 10 && runs_somewhere(); i++) Sleep(100);
    return runs_somewhere() ? 1 : 0;
}

static void state_file(wchar_t *place)
{
    wchar_t data[MAX_PATH];
    if (!GetEnvironmentVariableW(L"ProgramData", data, MAX_PATH)) lstrcpyW(data, L"C:\\ProgramData");
    wsprintfW(place, L"%s\\kiosk-dvc\\state\\refused", data);
}

static void refuse(const wchar_t *name)
{
    wchar_t place[2 * MAX_PATH];
    char text[LONGEST_NAME];
    DWORD written;
    state_file(place);
    int length = WideCharToMultiByte(CP_UTF8, 0, name, -1, text, sizeof text, NULL, NULL);
    HANDLE file = CreateFileW(place, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_FLAG_WRITE_THROUGH, NULL);
    if (file == INVALID_HANDLE_VALUE) return;
    WriteFile(file, text, length > 0 ? (DWORD)length - 1 : 0, &written, NULL);
    CloseHandle(file);
}

/* The program to start: that of `current`, or of `previous` where `current` was refused. */
static BOOL choose(wchar_t *name, wchar_t *place)
{
    wchar_t refused[LONGEST_NAME], file[2 * MAX_PATH], older[LONGEST_NAME];
    static wchar_t other[LONGEST];
    BOOL found = program_of(L"current", L"kiosk-dvcw.exe", name, place);
    state_file(file);
    if ((!found || (read_name(file, refused) && !lstrcmpW(refused, name))) &&
        program_of(L"previous", L"kiosk-dvcw.exe", older, other)) {
        lstrcpyW(name, older);
        lstrcpyW(place, other);
        return TRUE;
    }
    return found;
}

/* Starts one program in a job that ends with this one, so that nothing of it is left behind. */
static HANDLE start(wchar_t *place, HANDLE *job)
{
    static wchar_t line[LONGEST + 8];
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION started;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limit = {0};
    limit.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    *job = CreateJobObjectW(NULL, NULL);
    SetInformationJobObject(*job, JobObjectExtendedLimitInformation, &limit, sizeof limit);
    lstrcpyW(line, L"\"");
    lstrcatW(line, place);
    lstrcatW(line, L"\" run");
    if (!CreateProcessW(place, line, NULL, NULL, FALSE, CREATE_SUSPENDED, NULL, NULL, &how, &started)) return NULL;
    AssignProcessToJobObject(*job, started.hProcess);
    ResumeThread(started.hThread);
    CloseHandle(started.hThread);
    return started.hProcess;
}

enum ending { ASKED, ENDED };

/* Waits while the program lives and beats, then ends what is left of it. */
static enum ending follow(HANDLE program, HANDLE job, HANDLE end, HANDLE alive)
{
    HANDLE heard[] = {end, program, alive};
    DWORD patience = seconds.start * 1000, said;
    do {
        said = WaitForMultipleObjects(3, heard, FALSE, patience);
        patience = seconds.beat * 1000;
    } while (said == WAIT_OBJECT_0 + 2);
    TerminateJobObject(job, 1);
    WaitForSingleObject(program, 5000);
    return said == WAIT_OBJECT_0 ? ASKED : ENDED;
}

/* Refuses the release that failed, where another stands before it; FALSE where none does. */
static BOOL go_back(const wchar_t *failed)
{
    static wchar_t place[LONGEST];
    wchar_t current[LONGEST_NAME], older[LONGEST_NAME];
    program_of(L"current", L"kiosk-dvcw.exe", current, place);
    if (lstrcmpW(failed, current) || !program_of(L"previous", L"kiosk-dvcw.exe", older, place)) return FALSE;
    refuse(failed);
    return TRUE;
}

static int keep_it_running(HANDLE end, HANDLE alive)
{
    static wchar_t place[LONGEST];
    wchar_t name[LONGEST_NAME];
    int failed = 0;
    DWORD wait = seconds.wait;
    for (;;) {
        enum ending ending = ENDED;
        ULONGLONG began = GetTickCount64();
        ResetEvent(alive);
        HANDLE job = NULL, program = choose(name, place) ? start(place, &job) : NULL;
        if (program) ending = follow(program, job, end, alive);
        if (program) CloseHandle(program);
        if (job) CloseHandle(job);
        if (ending == ASKED) return 0;
        failed = GetTickCount64() - began > seconds.row * 1000 ? 0 : failed + 1;
        DWORD pause = seconds.pause;
        if (failed >= FAILED_STARTS) {
            failed = 0;
            if (!go_back(name)) {
                pause = wait;
                wait = wait * 2 > LONGEST_WAIT_S ? LONGEST_WAIT_S : wait * 2;
            }
        }
        if (WaitForSingleObject(end, pause * 1000) == WAIT_OBJECT_0) return 0;
    }
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR words, int show)
{
    (void)instance, (void)before, (void)show;
    if (!lstrcmpW(words, L"--end")) return end_the_other();
    HANDLE one = CreateMutexW(for_administrators(), FALSE, ONE);
    if (!one || GetLastError() == ERROR_ALREADY_EXISTS) return 0;
    read_seconds();
    HANDLE end = CreateEventW(for_administrators(), FALSE, FALSE, END);
    HANDLE alive = CreateEventW(NULL, FALSE, FALSE, ALIVE);
    if (!end || !alive) return 1;
    SetThreadExecutionState(ES_CONTINUOUS | ES_DISPLAY_REQUIRED | ES_SYSTEM_REQUIRED); /* the screen never goes dark */
    SetEnvironmentVariableW(L"KIOSK_ALIVE", ALIVE);
    wchar_t beat[32];
    wsprintfW(beat, L"%lu000000", seconds.beat);
    SetEnvironmentVariableW(L"WATCHDOG_USEC", beat);
    return keep_it_running(end, alive);
}
