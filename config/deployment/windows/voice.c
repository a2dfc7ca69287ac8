/* `kiosk-dvc-voice.exe`: reads aloud by Windows' own voices (SAPI 5), as espeak-ng is spoken to on Debian.

     LANGUAGE SPEED VOLUME     says what comes as UTF-8 by standard input; LANGUAGE vi or en, SPEED in percent of the
                               usual rate, VOLUME in percent
     --has LANGUAGE            only whether there is such a voice
     --play FILE               plays a recorded reading (WAV)
   Ends with 0 when it is said, 2 for other words, 3 when Windows has no voice of that language, 4 when it cannot speak.
   The Vietnamese voice of Windows 10 and 11 ("An") comes with the language's package and stands among the newer
   voices (OneCore), which are looked at first. */
#define COBJMACROS
#include <windows.h>
#include <mmsystem.h>
#include <sapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <math.h>

enum { DONE = 0, WRONG_WORDS = 2, NO_VOICE = 3, CANNOT_SPEAK = 4, LONGEST = 1 << 16, LONGEST_NAME = 256 };
static const wchar_t *const VOICES[] = {
    L"SOFTWARE\\Microsoft\\Speech_OneCore\\Voices\\Tokens",
    L"SOFTWARE\\Microsoft\\Speech\\Voices\\Tokens",
};

/* Whether a list such as "409;9" (numbers of languages in hexadecimal, MS-LCID) has the language. */
static BOOL holds(const wchar_t *list, unsigned long wanted)
{
    for (wchar_t *next; *list; list = *next ? next + 1 : next)
        if (wcstoul(list, &next, 16) == wanted && next != list) return TRUE;
        else if (next == list) return FALSE;
    return FALSE;
}

/* The name under `folder` of the first voice that has the language. */
static BOOL find_voice(const wchar_t *folder, unsigned long wanted, wchar_t name[LONGEST_NAME])
{
    wchar_t list[LONGEST_NAME], attributes[LONGEST_NAME + 16];
    HKEY voices;
    BOOL found = FALSE;
    if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, folder, 0, KEY_READ | KEY_WOW64_64KEY, &voices)) return FALSE;
    for (DWORD i = 0; !found; i++) {
        DWORD length = LONGEST_NAME, size = sizeof list;
        if (RegEnumKeyExW(voices, i, name, &length, NULL, NULL, NULL, NULL)) break;
        wsprintfW(attributes, L"%s\\Attributes", name);
        found = !RegGetValueW(voices, attributes, L"Language", RRF_RT_REG_SZ, NULL, list, &size) && holds(list, wanted);
    }
    RegCloseKey(voices);
    return found;
}

/* The ID of a voice that has the language, as SAPI spells it; NULL when there is none. */
static wchar_t *voice_of(const wchar_t *language)
{
    static wchar_t id[2 * LONGEST_NAME];
    wchar_t name[LONGEST_NAME];
    unsigned long wanted = !lstrcmpW(language, L"vi") ? 0x42A : !lstrcmpW(language, L"en") ? 0x409 : 0;
    for (int i = 0; wanted && i < 2; i++)
        if (find_voice(VOICES[i], wanted, name)) {
            wsprintfW(id, L"HKEY_LOCAL_MACHINE\\%s\\%s", VOICES[i], name);
            return id;
        }
    return NULL;
}

static wchar_t *text_to_say(void)
{
    static char given[LONGEST];
    static wchar_t text[LONGEST];
    size_t size = fread(given, 1, LONGEST - 1, stdin);
    MultiByteToWideChar(CP_UTF8, 0, given, (int)size, text, LONGEST - 1);
    return text;
}

/* SAPI's rate: 10 is three times the usual one, -10 a third of it. */
static long rate_of(long percent)
{
    double rate = percent > 0 ? 10 * log(percent / 100.0) / log(3) : 0;
    return rate > 10 ? 10 : rate < -10 ? -10 : lround(rate);
}

static int say(const wchar_t *id, long speed, long volume)
{
    ISpObjectToken *token;
    ISpVoice *voice;
    if (FAILED(CoInitializeEx(NULL, COINIT_MULTITHREADED))) return CANNOT_SPEAK;
    HRESULT made = CoCreateInstance(&CLSID_SpObjectToken, NULL, CLSCTX_ALL, &IID_ISpObjectToken, (void **)&token);
    if (FAILED(made) || FAILED(ISpObjectToken_SetId(token, NULL, id, FALSE))) return CANNOT_SPEAK;
    if (FAILED(CoCreateInstance(&CLSID_SpVoice, NULL, CLSCTX_ALL, &IID_ISpVoice, (void **)&voice))) return CANNOT_SPEAK;
    if (FAILED(ISpVoice_SetVoice(voice, token))) return CANNOT_SPEAK;
    ISpVoice_SetRate(voice, rate_of(speed));
    ISpVoice_SetVolume(voice, volume < 0 ? 0 : volume > 100 ? 100 : (USHORT)volume);
    return FAILED(ISpVoice_Speak(voice, text_to_say(), SPF_IS_NOT_XML, NULL)) ? CANNOT_SPEAK : DONE;
}

int wmain(int argc, wchar_t **argv)
{
    BOOL asks = argc == 3 && !lstrcmpW(argv[1], L"--has"), plays = argc == 3 && !lstrcmpW(argv[1], L"--play");
    if (!asks && !plays && argc != 4) return WRONG_WORDS;
    if (plays) return PlaySoundW(argv[2], NULL, SND_FILENAME | SND_SYNC | SND_NODEFAULT) ? DONE : CANNOT_SPEAK;
    const wchar_t *id = voice_of(asks ? argv[2] : argv[1]);
    if (!id) return NO_VOICE;
    return asks ? DONE : say(id, wcstol(argv[2], NULL, 10), wcstol(argv[3], NULL, 10));
}
