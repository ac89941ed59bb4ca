; For Inno Setup 6.3 or newer. `python packaging/windows/setup_program.py` runs it after a freeze, with the version as
; workbench/__init__.py has it, the only place where it is written, and signed when there is a certificate.

#ifndef Version
  #error Say which version: /DVersion=1.2.3
#endif
#define Name "Conversion Workbench"

[Setup]
; Never to change: by it an installer finds the version it replaces.
AppId={{7834BD15-C1B3-4F5D-80BB-836C92E48A6A}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher={#Name} project
UninstallDisplayName={#Name}
UninstallDisplayIcon={app}\workbench-window.exe
VersionInfoVersion={#Version}
VersionInfoProductName={#Name}
VersionInfoDescription={#Name} setup

; For the user who runs it, without an administrator: {autopf} is then the user's own folder for programs.
PrivilegesRequired=lowest
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
UsePreviousAppDir=yes
UsePreviousTasks=yes

ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10 1809, the oldest that Qt 6.11 runs on.
MinVersion=10.0.17763

SourceDir=..\..
OutputDir=dist
OutputBaseFilename=conversion-workbench-{#Version}-windows-x64
SetupIconFile=build\made\workbench.ico
LicenseFile=LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

; A running window is asked to close, which warns of a send under way; it is never ended by force.
CloseApplications=yes
RestartApplications=no
ChangesEnvironment=yes
#ifdef Sign
SignTool=signtool
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "Put an icon on the desktop"; Flags: unchecked
Name: "path"; Description: "Let a terminal find the command ""workbench"" (adds its folder to PATH for this user)"; Flags: unchecked

[InstallDelete]
; Libraries of the version before. The user's own data is in another place and stays, here as at uninstalling.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\workbench\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\workbench-window.exe"; Comment: "Compose, judge, send and prove events for the Pinterest Conversions API"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\workbench-window.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\workbench-window.exe"; Description: "Open {#Name}"; Flags: nowait postinstall skipifsilent

[Code]
const
  Key = 'Environment';

function UserPath: String;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, Key, 'Path', Result) then
    Result := '';
end;

{ Where Folder stands in ;Path;, compared as Windows does, or 0. }
function PlaceIn(const Folder, Path: String): Integer;
begin
  Result := Pos(';' + Lowercase(Folder) + ';', ';' + Lowercase(Path) + ';');
end;

procedure AddToPath(const Folder: String);
var
  Path: String;
begin
  Path := UserPath;
  if PlaceIn(Folder, Path) > 0 then
    exit;
  if (Path <> '') and (Path[Length(Path)] <> ';') then
    Path := Path + ';';
  if not RegWriteExpandStringValue(HKEY_CURRENT_USER, Key, 'Path', Path + Folder) then
    Log('PATH could not be written.');
end;

procedure RemoveFromPath(const Folder: String);
var
  Path: String;
  Place: Integer;
begin
  Path := UserPath;
  Place := PlaceIn(Folder, Path);
  if Place = 0 then
    exit;
  { The separator before it goes too, or, where it stands first, the one after it. }
  if Place > 1 then
    Delete(Path, Place - 1, Length(Folder) + 1)
  else
    Delete(Path, Place, Length(Folder) + 1);
  if not RegWriteExpandStringValue(HKEY_CURRENT_USER, Key, 'Path', Path) then
    Log('PATH could not be written.');
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if CurStep <> ssPostInstall then
    exit;
  if WizardIsTaskSelected('path') then
    AddToPath(ExpandConstant('{app}'))
  else
    RemoveFromPath(ExpandConstant('{app}'));
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usPostUninstall then
    RemoveFromPath(ExpandConstant('{app}'));
end;
