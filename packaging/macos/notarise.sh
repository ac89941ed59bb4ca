#!/bin/sh
# usage: notarise.sh DMG
# Has Apple check the disk image and fastens the answer to it, so that it opens offline too.
# Asks for MACOS_IDENTITY (nothing unsigned is accepted), MACOS_NOTARY_ID, MACOS_NOTARY_TEAM and MACOS_NOTARY_PASSWORD,
# an app-specific password. Without them it leaves the image as it is and says so.
set -eu
image=$1

if [ -z "${MACOS_IDENTITY:-}" ] || [ -z "${MACOS_NOTARY_ID:-}" ] || [ -z "${MACOS_NOTARY_TEAM:-}" ] ||
    [ -z "${MACOS_NOTARY_PASSWORD:-}" ]; then
    echo "Notarising is not configured (MACOS_IDENTITY, MACOS_NOTARY_ID, _TEAM and _PASSWORD): $image is not notarised."
    exit 0
fi
codesign --force --timestamp --sign "$MACOS_IDENTITY" "$image"
xcrun notarytool submit "$image" --wait \
    --apple-id "$MACOS_NOTARY_ID" --team-id "$MACOS_NOTARY_TEAM" --password "$MACOS_NOTARY_PASSWORD"
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
