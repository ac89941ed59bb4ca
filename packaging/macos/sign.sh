#!/bin/sh
# usage: sign.sh APP
# Signs every library, then the programs, then the app, from the inside out, for the hardened runtime.
# MACOS_IDENTITY names the certificate: "Developer ID Application: Name (TEAM)". Without it the app keeps the ad-hoc
# signature that PyInstaller gave it, which runs where it was built and is stopped by Gatekeeper elsewhere.
set -eu
app=$1
here=$(cd "$(dirname "$0")" && pwd)
identity=${MACOS_IDENTITY:-}

if [ -z "$identity" ]; then
    echo "No certificate is configured (MACOS_IDENTITY): $app keeps its ad-hoc signature."
    exit 0
fi
sign() {
    codesign --force --timestamp --options runtime --sign "$identity" "$@"
}
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print | while IFS= read -r library; do
    sign "$library"
done
find "$app/Contents/Frameworks" -type d -name '*.framework' -print | while IFS= read -r framework; do
    sign "$framework"
done
# Entitlements belong to what is started, not to what is loaded.
for program in "$app"/Contents/MacOS/*; do
    if [ -f "$program" ] && [ ! -L "$program" ]; then sign --entitlements "$here/entitlements.plist" "$program"; fi
done
sign --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict --verbose=2 "$app"
