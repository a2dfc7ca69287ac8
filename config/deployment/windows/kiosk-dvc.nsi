; The installer for Windows (NSIS 3, 64-bit). `./station package --windows` calls makensis with
;   VERSION FOLDER OUT COMPRESSION (zlib or lzma) and SIZE_KB of the folder.
;
;   kiosk-dvc-setup.exe /S [/ANSWERS=C:\...\answers.ini]    without a question; what the file may hold: answers.ini here
;   uninstall.exe /S [/REMOVE_SETTINGS]                     settings and counts stay unless they are to go
;
; Each release lies in a folder of its own, so that a running program is never written over. `current` names the one
; that starts, `previous` the one before; `refused`, below ProgramData, one that failed three times (screen.c).
Target amd64-unicode
Unicode true
!if "${COMPRESSION}" == "lzma"
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!else
  SetCompressor zlib
!endif
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include Sections.nsh
!include x64.nsh
!include lock.nsh

Name "Kiosk DVC"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\kiosk-dvc"
RequestExecutionLevel admin
ManifestSupportedOS Win10
BrandingText "kiosk-dvc ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "kiosk-dvc"
VIAddVersionKey "FileDescription" "Kiosk of the commune help point"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define RELEASE "$INSTDIR\releases\${VERSION}"
!define DATA "$APPDATA\kiosk-dvc"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\kiosk-dvc"
!define STOPPED "$INSTDIR\kiosk-dvc-screen.exe"

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "${FOLDER}\app\LICENSE"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString ONLY_64 ${LANG_VIETNAMESE} "Máy này chạy Windows 32 bit. Kiosk cần Windows 10 hoặc 11 bản 64 bit."
LangString ONLY_64 ${LANG_ENGLISH} "This PC runs a 32-bit Windows. The kiosk needs a 64-bit Windows 10 or 11."
LangString NO_ROOM ${LANG_VIETNAMESE} "Ổ đĩa không đủ chỗ trống. Xin dọn bớt rồi cài lại."
LangString NO_ROOM ${LANG_ENGLISH} "The disk has too little room. Please make room and install again."
LangString NO_ANSWERS ${LANG_VIETNAMESE} "Không đọc được tệp trả lời sẵn. Xin xem lại đường dẫn sau /ANSWERS=."
LangString NO_ANSWERS ${LANG_ENGLISH} "The file of answers cannot be read. Please check the path behind /ANSWERS=."
LangString STAYS_OPEN ${LANG_VIETNAMESE} "Kiosk đang chạy và không tự đóng. Xin tắt kiosk rồi cài lại."
LangString STAYS_OPEN ${LANG_ENGLISH} "The kiosk is running and does not close. Please end it and install again."
LangString NO_RIGHTS ${LANG_VIETNAMESE} "Máy không có tài khoản ghi ở dòng user, hoặc không giao được thư mục cài đặt cho tài khoản đó. Kiosk đã cài xong, nhưng mã PIN và khoá chưa được giữ kín."
LangString NO_RIGHTS ${LANG_ENGLISH} "This PC has no account of the name given at user, or the folder of settings could not be given to it. The kiosk is installed, but PIN and keys are not private yet."
LangString PROGRAM ${LANG_VIETNAMESE} "Chương trình"
LangString PROGRAM ${LANG_ENGLISH} "Program"
LangString SETTINGS ${LANG_VIETNAMESE} "Xóa cả cài đặt và số đếm của trạm"
LangString SETTINGS ${LANG_ENGLISH} "Settings and counts of this station too"

Var Answers

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(ONLY_64)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  SetRegView 64
  SetShellVarContext all
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ANSWERS=" $Answers
  ${IfNot} ${Errors}
  ${AndIfNot} ${FileExists} "$Answers"
    MessageBox MB_ICONSTOP "$(NO_ANSWERS)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

; What runs is asked to end and waited for: 0 when nothing runs any more.
!macro END_KIOSK
  ${If} ${FileExists} "${STOPPED}"
    nsExec::Exec '"${STOPPED}" --end'
    Pop $0
    ${If} $0 != 0
      MessageBox MB_ICONSTOP "$(STAYS_OPEN)" /SD IDOK
      SetErrorLevel 5
      Quit
    ${EndIf}
  ${EndIf}
!macroend

; An answer of the file, or what stands here where it gives none.
!macro ANSWER name otherwise into
  StrCpy ${into} "${otherwise}"
  ${If} $Answers != ""
    ReadINIStr ${into} "$Answers" "station" "${name}"
    ${If} ${into} == ""
      StrCpy ${into} "${otherwise}"
    ${EndIf}
  ${EndIf}
!macroend

Section "-program"
  !insertmacro END_KIOSK
  ClearErrors
  RMDir /r "$INSTDIR\releases\coming"
  SetOutPath "$INSTDIR\releases\coming"
  File /r "${FOLDER}\*"
  ${If} ${Errors}
    RMDir /r "$INSTDIR\releases\coming"
    MessageBox MB_ICONSTOP "$(NO_ROOM)" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}
  SetOutPath "$INSTDIR"
  RMDir /r "${RELEASE}"
  Rename "$INSTDIR\releases\coming" "${RELEASE}"
  Call ArrangeReleases
  CopyFiles /SILENT "${RELEASE}\kiosk-dvc-screen.exe" "$INSTDIR\kiosk-dvc-screen.exe"
  CopyFiles /SILENT "${RELEASE}\kiosk-dvc-chosen.exe" "$INSTDIR\kiosk-dvc.exe"
  Call OwnSettings
  nsExec::Exec '"${RELEASE}\kiosk-dvc.exe" compile' ; else the first start does, and takes longer
  Pop $0
  Call LockStation
  Call ListProgram
SectionEnd

; `current` names this release, `previous` the one before it; others go.
Function ArrangeReleases
  StrCpy $1 ""
  ClearErrors
  FileOpen $0 "$INSTDIR\current" r
  ${IfNot} ${Errors}
    FileRead $0 $1
    FileClose $0
  ${EndIf}
  ${If} $1 != ""
  ${AndIf} $1 != "${VERSION}"
  ${AndIf} ${FileExists} "$INSTDIR\releases\$1\kiosk-dvc.exe"
    FileOpen $0 "$INSTDIR\previous" w
    FileWrite $0 "$1"
    FileClose $0
  ${EndIf}
  FileOpen $0 "$INSTDIR\current.new" w
  FileWrite $0 "${VERSION}"
  FileClose $0
  Delete "$INSTDIR\current"
  Rename "$INSTDIR\current.new" "$INSTDIR\current"
  Delete "${DATA}\state\refused"
  StrCpy $1 ""
  ClearErrors
  FileOpen $0 "$INSTDIR\previous" r
  ${IfNot} ${Errors}
    FileRead $0 $1
    FileClose $0
  ${EndIf}
  FindFirst $0 $2 "$INSTDIR\releases\*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
    ${AndIf} $2 != "${VERSION}"
    ${AndIf} $2 != $1
      RMDir /r "$INSTDIR\releases\$2"
    ${EndIf}
    FindNext $0 $2
  ${Loop}
  FindClose $0
FunctionEnd

; Settings and state below ProgramData, for the station's user, administrators and the system alone.
Function OwnSettings
  !insertmacro ANSWER "user" "" $1
  !insertmacro ANSWER "settings" "" $2
  CreateDirectory "${DATA}\settings"
  CreateDirectory "${DATA}\state"
  ${If} $2 != ""
    CopyFiles /SILENT "$2\*.toml" "${DATA}\settings"
  ${EndIf}
  ${If} $1 != ""
    nsExec::Exec '"${RELEASE}\kiosk-dvc-rights.exe" "${DATA}" "$1"'
    Pop $0
    ${If} $0 != 0
      MessageBox MB_ICONEXCLAMATION "$(NO_RIGHTS)" /SD IDOK
      SetErrorLevel 7
    ${EndIf}
  ${EndIf}
FunctionEnd

; With `locked=yes` Windows is told to leave the screen to the kiosk; with `locked=no` that is taken back.
Function LockStation
  !insertmacro ANSWER "locked" "" $2
  !insertmacro ANSWER "user" "" $3
  ${If} $2 == "no"
    !insertmacro UNLOCK_STATION
  ${ElseIf} $2 == "yes"
  ${AndIf} $3 != ""
    !insertmacro LOCK_STATION "$3"
  ${EndIf}
FunctionEnd

; In "Apps" of Windows' settings, and in the start menu.
Function ListProgram
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "$SMPROGRAMS\Kiosk DVC"
  CreateShortCut "$SMPROGRAMS\Kiosk DVC\Kiosk.lnk" "$INSTDIR\kiosk-dvc-screen.exe"
  WriteRegStr HKLM "${LISTED}" "DisplayName" "Kiosk DVC"
  WriteRegStr HKLM "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${LISTED}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKLM "${LISTED}" "NoModify" 1
  WriteRegDWORD HKLM "${LISTED}" "NoRepair" 1
FunctionEnd

Section "un.$(PROGRAM)"
  SectionIn RO
  !insertmacro END_KIOSK
  RMDir /r "$INSTDIR\releases"
  Delete "$INSTDIR\current"
  Delete "$INSTDIR\previous"
  Delete "$INSTDIR\kiosk-dvc.exe"
  Delete "$INSTDIR\kiosk-dvc-screen.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "$SMPROGRAMS\Kiosk DVC"
  DeleteRegKey HKLM "${LISTED}"
  !insertmacro UNLOCK_STATION
SectionEnd

Section /o "un.$(SETTINGS)" remove_settings
  RMDir /r "${DATA}"
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/REMOVE_SETTINGS" $1
  ${IfNot} ${Errors}
    SectionSetFlags ${remove_settings} ${SF_SELECTED}
  ${EndIf}
FunctionEnd
