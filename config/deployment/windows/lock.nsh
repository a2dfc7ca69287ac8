; What a locked station asks of Windows, for the whole PC. Each value is written only where nobody has set it, and those
; written are noted, so that unlocking takes away what was given here and nothing else. Nothing of it was seen on a real
; Windows; what a person has to see there is the sheet in docs/technician-windows.md.
!define NOTED "Software\kiosk-dvc\Locked"
!define POLICIES "Software\Policies\Microsoft\Windows"
!define TASK "kiosk-dvc"

; One number of the registry; `name` is what it is noted as.
!macro LOCK name key value data
  ClearErrors
  ReadRegDWORD $0 HKLM "${key}" "${value}"
  ${If} ${Errors}
    WriteRegDWORD HKLM "${key}" "${value}" ${data}
    WriteRegDWORD HKLM "${NOTED}" "${name}" 1
  ${EndIf}
!macroend

!macro UNLOCK name key value data
  ClearErrors
  ReadRegDWORD $0 HKLM "${NOTED}" "${name}"
  ${IfNot} ${Errors}
    DeleteRegValue HKLM "${key}" "${value}"
    DeleteRegKey /ifempty HKLM "${key}"
  ${EndIf}
!macroend

!macro FOR_EACH_POLICY do
  !insertmacro ${do} "edge" "${POLICIES}\EdgeUI" "AllowEdgeSwipe" 0
  !insertmacro ${do} "notices" "${POLICIES}\Explorer" "DisableNotificationCenter" 1
  !insertmacro ${do} "lockscreen" "${POLICIES}\Personalization" "NoLockScreen" 1
  !insertmacro ${do} "idle" "SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System" "InactivityTimeoutSecs" 0
  !insertmacro ${do} "restart" "${POLICIES}\WindowsUpdate\AU" "NoAutoRebootWithLoggedOnUsers" 1
  !insertmacro ${do} "faults" "SOFTWARE\Microsoft\Windows\Windows Error Reporting" "DontShowUI" 1
  !insertmacro ${do} "dumps" "SOFTWARE\Microsoft\Windows\Windows Error Reporting" "Disabled" 1
  !insertmacro ${do} "users" "SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System" "HideFastUserSwitching" 1
  !insertmacro ${do} "autoplay" "SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer" "NoDriveTypeAutoRun" 255
!macroend

; Windows' own keys do nothing: both Windows keys and the menu key (scan codes E05B, E05C, E05D), after a restart.
!define NO_WINDOWS_KEYS "00000000000000000400000000005BE000005CE000005DE000000000"
!define LAYOUT "SYSTEM\CurrentControlSet\Control\Keyboard Layout"

!macro LOCK_STATION user
  !insertmacro FOR_EACH_POLICY LOCK
  StrCpy $1 0
  ${Do} ; NSIS reads no binary values, so their names are gone through
    EnumRegValue $0 HKLM "${LAYOUT}" $1
    IntOp $1 $1 + 1
    ${If} $0 == ""
    ${OrIf} $0 == "Scancode Map"
      ${ExitDo}
    ${EndIf}
  ${Loop}
  ${If} $0 == ""
    WriteRegBin HKLM "${LAYOUT}" "Scancode Map" ${NO_WINDOWS_KEYS}
    WriteRegDWORD HKLM "${NOTED}" "keys" 1
  ${EndIf}
  ; once a minute while that user is signed in; a second one beside the one that runs ends at once
  nsExec::Exec 'schtasks /create /f /tn ${TASK} /sc minute /mo 1 /it /ru "${user}" /tr "\"$INSTDIR\kiosk-dvc-screen.exe\""'
  Pop $0
!macroend

!macro UNLOCK_STATION
  !insertmacro FOR_EACH_POLICY UNLOCK
  ClearErrors
  ReadRegDWORD $0 HKLM "${NOTED}" "keys"
  ${IfNot} ${Errors}
    DeleteRegValue HKLM "${LAYOUT}" "Scancode Map"
  ${EndIf}
  nsExec::Exec 'schtasks /delete /f /tn ${TASK}'
  Pop $0
  DeleteRegKey HKLM "${NOTED}"
  DeleteRegKey /ifempty HKLM "Software\kiosk-dvc"
!macroend
