/* `kiosk-dvc-wia.exe`: a scanner behind Windows Image Acquisition (WIA 1.0); a fault of its driver ends this program.

     --list                     a line for each scanner: its ID, a tab, its name
     --ask [ID]                 a line for each source it has: Platen, Feeder
     SOURCE DPI COLOUR [ID]     Platen or Feeder, RGB24 or Grayscale8: its pages on standard output as PNM
   Without ID the first scanner. Ends as scanimage does (SANE 1.06, 4.2.7): 0 done, 2 other words, 3 busy, 4 no such
   scanner, 6 jam, 7 no documents, 8 cover open, 9 any other fault, or no sign of life for two minutes. */
#define COBJMACROS
#include <windows.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <wia.h>
#include <wiadef.h>

enum { DONE = 0, WRONG_WORDS = 2, BUSY = 3, NO_SCANNER = 4, JAM = 6, NO_DOCUMENTS = 7, COVER_OPEN = 8, FAULT = 9 };
enum { SILENCE_S = 120, A_DAY_S = 86400, MOST_PAGES = 201, PLATEN = FLATBED };
#define PAGE_COVER_OPEN ((HRESULT)0x80210016) /* WIA_ERROR_COVER_OPEN of newer headers */

static volatile LONG silent_s;

/* Ends this program when the driver gives no sign of life: it may never return from a call. */
static DWORD WINAPI end_when_silent(LPVOID nothing)
{
    (void)nothing;
    while (InterlockedIncrement(&silent_s) < SILENCE_S) Sleep(1000);
    ExitProcess(FAULT);
}

static int status_of(HRESULT said)
{
    switch (said) {
    case S_OK: case S_FALSE: return DONE;
    case WIA_ERROR_BUSY: case WIA_ERROR_WARMING_UP: case WIA_ERROR_DEVICE_LOCKED: return BUSY;
    case WIA_ERROR_OFFLINE: case WIA_S_NO_DEVICE_AVAILABLE: return NO_SCANNER;
    case WIA_ERROR_PAPER_JAM: case WIA_ERROR_PAPER_PROBLEM: return JAM;
    case WIA_ERROR_PAPER_EMPTY: return NO_DOCUMENTS;
    case PAGE_COVER_OPEN: return COVER_OPEN;
    default: return FAILED(said) ? FAULT : DONE;
    }
}

/* One page as the driver hands it over, band after band: a bitmap's head, its palette, its rows. */
static struct { BYTE *bytes; size_t size, room; int pages; } page;

static HRESULT keep(size_t at, const BYTE *bytes, size_t size)
{
    if (at + size > page.room) {
        BYTE *more = realloc(page.bytes, (at + size) * 2);
        if (!more) return E_OUTOFMEMORY;
        page.bytes = more;
        page.room = (at + size) * 2;
    }
    memcpy(page.bytes + at, bytes, size);
    if (at + size > page.size) page.size = at + size;
    return S_OK;
}

/* A row of a bitmap as PNM has it: red before blue, grey by the palette. */
static void write_row(const BYTE *row, LONG width, const RGBQUAD *palette, BYTE *out)
{
    for (LONG x = 0; x < width; x++) {
        if (palette) out[x] = palette[row[x]].rgbGreen;
        else out[3 * x] = row[3 * x + 2], out[3 * x + 1] = row[3 * x + 1], out[3 * x + 2] = row[3 * x];
    }
    fwrite(out, palette ? 1 : 3, width, stdout);
}

/* The kept page onto standard output. A feeder's bitmap may leave its height open: then the bytes say it. */
static HRESULT write_page(void)
{
    const BITMAPINFOHEADER *head = (const BITMAPINFOHEADER *)page.bytes;
    if (page.size < sizeof *head || head->biWidth <= 0) return E_FAIL;
    if (head->biBitCount != 24 && head->biBitCount != 8) return E_FAIL;
    const RGBQUAD *palette = head->biBitCount == 8 ? (const RGBQUAD *)(page.bytes + head->biSize) : NULL;
    DWORD colours = palette ? (head->biClrUsed ? head->biClrUsed : 256) : 0;
    size_t before = head->biSize + colours * sizeof(RGBQUAD);
    size_t stride = ((size_t)head->biWidth * head->biBitCount + 31) / 32 * 4;
    if (colours > 256 || page.size < before) return E_FAIL;
    size_t there = (page.size - before) / stride, height = head->biHeight ? (size_t)labs(head->biHeight) : there;
    BYTE *out = malloc(3 * (size_t)head->biWidth);
    if (!out || !height || height > there) return E_FAIL;
    InterlockedExchange(&silent_s, -A_DAY_S); /* now it is the reader of the pipe who takes his time */
    printf("%s\n%ld %lu\n255\n", palette ? "P5" : "P6", head->biWidth, (unsigned long)height);
    for (size_t y = 0; y < height; y++) {
        size_t row = head->biHeight < 0 ? y : height - 1 - y; /* a bitmap begins with its lowest row, mostly */
        write_row(page.bytes + before + stride * row, head->biWidth, palette, out);
    }
    free(out);
    SecureZeroMemory(page.bytes, page.size);
    page.size = 0;
    page.pages++;
    InterlockedExchange(&silent_s, 0);
    return fflush(stdout) ? E_FAIL : S_OK;
}

static HRESULT WINAPI is_a(IWiaDataCallback *self, REFIID asked, void **given)
{
    *given = IsEqualGUID(asked, &IID_IUnknown) || IsEqualGUID(asked, &IID_IWiaDataCallback) ? self : NULL;
    return *given ? S_OK : E_NOINTERFACE;
}
static ULONG WINAPI counted(IWiaDataCallback *self) { (void)self; return 1; }

static HRESULT WINAPI take(IWiaDataCallback *self, LONG message, LONG status, LONG percent, LONG offset, LONG length,
                           LONG reserved, LONG more, BYTE *bytes)
{
    (void)self, (void)status, (void)percent, (void)reserved, (void)more;
    InterlockedExchange(&silent_s, 0);
    if (message == IT_MSG_DATA && length > 0) return keep(offset, bytes, length);
    if (message == IT_MSG_NEW_PAGE && page.size) return write_page();
    if (message == IT_MSG_TERMINATION && page.size) return write_page();
    return page.pages < MOST_PAGES ? S_OK : E_ABORT;
}
static IWiaDataCallbackVtbl taking = {is_a, counted, counted, take};
static IWiaDataCallback taker = {&taking};

static HRESULT set(IWiaPropertyStorage *of, PROPID property, LONG value)
{
    PROPSPEC which = {PRSPEC_PROPID, {property}};
    PROPVARIANT given = {.vt = VT_I4, .lVal = value};
    return IWiaPropertyStorage_WriteMultiple(of, 1, &which, &given, WIA_IPA_FIRST);
}

static LONG number(IWiaPropertyStorage *of, PROPID property)
{
    PROPSPEC which = {PRSPEC_PROPID, {property}};
    PROPVARIANT told = {0};
    HRESULT said = IWiaPropertyStorage_ReadMultiple(of, 1, &which, &told);
    return said == S_OK && told.vt == VT_I4 ? told.lVal : 0;
}

static HRESULT transfer(IWiaItem *item, LONG dpi, BOOL colour)
{
    IWiaPropertyStorage *of;
    IWiaDataTransfer *mover;
    PROPSPEC which = {PRSPEC_PROPID, {WIA_IPA_FORMAT}};
    PROPVARIANT bitmap = {.vt = VT_CLSID, .puuid = (GUID *)&WiaImgFmt_MEMORYBMP};
    HRESULT said = IWiaItem_QueryInterface(item, &IID_IWiaPropertyStorage, (void **)&of);
    if (FAILED(said)) return said;
    if (FAILED(said = set(of, WIA_IPA_TYMED, TYMED_CALLBACK))) return said;
    if (FAILED(said = IWiaPropertyStorage_WriteMultiple(of, 1, &which, &bitmap, WIA_IPA_FIRST))) return said;
    if (FAILED(said = set(of, WIA_IPA_DATATYPE, colour ? WIA_DATA_COLOR : WIA_DATA_GRAYSCALE))) return said;
    if (FAILED(said = set(of, WIA_IPS_XRES, dpi)) || FAILED(said = set(of, WIA_IPS_YRES, dpi))) return said;
    if (FAILED(said = IWiaItem_QueryInterface(item, &IID_IWiaDataTransfer, (void **)&mover))) return said;
    LONG room = number(of, WIA_IPA_MIN_BUFFER_SIZE);
    ULONG size = room > 0 ? room * 4 : 1 << 18;
    WIA_DATA_TRANSFER_INFO how = {.ulSize = sizeof how, .ulBufferSize = size, .bDoubleBuffer = TRUE};
    said = IWiaDataTransfer_idtGetBandedData(mover, &how, &taker);
    if (SUCCEEDED(said) && page.size) said = write_page();
    return said;
}

/* Every page of the feeder, or the one on the glass. */
static int scan(IWiaItem *root, LONG source, LONG dpi, BOOL colour)
{
    IWiaPropertyStorage *device;
    IEnumWiaItem *items;
    IWiaItem *item;
    ULONG found = 0;
    HRESULT said = IWiaItem_QueryInterface(root, &IID_IWiaPropertyStorage, (void **)&device);
    if (FAILED(said)) return status_of(said);
    said = set(device, WIA_DPS_DOCUMENT_HANDLING_SELECT, source); /* a scanner with a glass alone does not know it */
    if (source == FEEDER && (FAILED(said) || FAILED(said = set(device, WIA_DPS_PAGES, 0)))) return status_of(said);
    if (FAILED(said = IWiaItem_EnumChildItems(root, &items))) return status_of(said);
    if (IEnumWiaItem_Next(items, 1, &item, &found) != S_OK || !found) return FAULT;
    said = transfer(item, dpi, colour);
    if (said == WIA_ERROR_PAPER_EMPTY && page.pages) return DONE;
    return status_of(said);
}

static BSTR text(IWiaPropertyStorage *of, PROPID property)
{
    PROPSPEC which = {PRSPEC_PROPID, {property}};
    PROPVARIANT told = {0};
    HRESULT said = IWiaPropertyStorage_ReadMultiple(of, 1, &which, &told);
    return said == S_OK && told.vt == VT_BSTR ? told.bstrVal : NULL;
}

/* The ID of the scanner that is asked for; NULL when there is none. With `list` all are told. */
static BSTR scanner(IWiaDevMgr *service, const wchar_t *wanted, BOOL list)
{
    IEnumWIA_DEV_INFO *all;
    IWiaPropertyStorage *each;
    ULONG found;
    if (IWiaDevMgr_EnumDeviceInfo(service, WIA_DEVINFO_ENUM_LOCAL, &all) != S_OK) return NULL;
    while (IEnumWIA_DEV_INFO_Next(all, 1, &each, &found) == S_OK && found) {
        BSTR id = text(each, WIA_DIP_DEV_ID), name = text(each, WIA_DIP_DEV_NAME);
        if (!id || (number(each, WIA_DIP_DEV_TYPE) >> 16) != 1) continue; /* 1: a scanner, 2: a camera (sti.h) */
        if (list) fwprintf(stdout, L"%ls\t%ls\n", id, name ? name : L"");
        else if (!*wanted || !lstrcmpiW(wanted, id)) return id;
    }
    return NULL;
}

static int ask(IWiaItem *root)
{
    IWiaPropertyStorage *device;
    HRESULT said = IWiaItem_QueryInterface(root, &IID_IWiaPropertyStorage, (void **)&device);
    if (FAILED(said)) return status_of(said);
    LONG can = number(device, WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES);
    if (can & PLATEN || !(can & FEEDER)) puts("Platen");
    if (can & FEEDER) puts("Feeder");
    return DONE;
}

int wmain(int argc, wchar_t **argv)
{
    IWiaDevMgr *service;
    IWiaItem *root;
    BOOL list = argc == 2 && !lstrcmpW(argv[1], L"--list"), asks = argc >= 2 && !lstrcmpW(argv[1], L"--ask");
    if (!(list || (asks && argc <= 3) || argc == 4 || argc == 5)) return WRONG_WORDS;
    const wchar_t *wanted = asks && argc == 3 ? argv[2] : argc == 5 ? argv[4] : L"";
    _setmode(_fileno(stdout), list ? _O_U8TEXT : _O_BINARY);
    CreateThread(NULL, 0, end_when_silent, NULL, 0, NULL);
    if (FAILED(CoInitializeEx(NULL, COINIT_MULTITHREADED))) return FAULT;
    HRESULT said = CoCreateInstance(&CLSID_WiaDevMgr, NULL, CLSCTX_LOCAL_SERVER, &IID_IWiaDevMgr, (void **)&service);
    if (FAILED(said)) return NO_SCANNER;
    BSTR id = scanner(service, wanted, list);
    if (list) return DONE;
    if (!id) return NO_SCANNER;
    if (FAILED(said = IWiaDevMgr_CreateDevice(service, id, &root))) return status_of(said);
    if (asks) return ask(root);
    LONG source = !lstrcmpW(argv[1], L"Feeder") ? FEEDER : PLATEN;
    return scan(root, source, wcstol(argv[2], NULL, 10), !lstrcmpW(argv[3], L"RGB24"));
}
