/* `kiosk-dvc-rights.exe FOLDER USER`: gives a folder and all in it to the station's user, the administrators and the
   system, and to nobody else. Ends with 0 when that is done, with 2 for other words, with 3 when there is no such user,
   with 4 when Windows refuses. */
#include <windows.h>
#include <aclapi.h>
#include <sddl.h>

enum { DONE = 0, WRONG_WORDS = 2, NO_USER = 3, REFUSED = 4 };

/* The user's SID as text; NULL when Windows knows no such account. */
static wchar_t *sid_of(const wchar_t *user)
{
    static BYTE sid[SECURITY_MAX_SID_SIZE];
    wchar_t domain[256], *text = NULL;
    DWORD size = sizeof sid, length = 256;
    SID_NAME_USE kind;
    if (!LookupAccountNameW(NULL, user, sid, &size, domain, &length, &kind)) return NULL;
    return ConvertSidToStringSidW(sid, &text) ? text : NULL;
}

int wmain(int argc, wchar_t **argv)
{
    wchar_t descriptor[512];
    PSECURITY_DESCRIPTOR given;
    PACL list;
    BOOL present, from_default;
    if (argc != 3) return WRONG_WORDS;
    wchar_t *sid = sid_of(argv[2]);
    if (!sid) return NO_USER;
    /* 0x1301bf: read, write, run and remove, without changing whose it is (icacls calls it M) */
    wsprintfW(descriptor, L"D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;%s)", sid);
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(descriptor, SDDL_REVISION_1, &given, NULL)) return REFUSED;
    if (!GetSecurityDescriptorDacl(given, &present, &list, &from_default)) return REFUSED;
    SECURITY_INFORMATION what = DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION;
    return SetNamedSecurityInfoW(argv[1], SE_FILE_OBJECT, what, NULL, NULL, list, NULL) ? REFUSED : DONE;
}
