#!/bin/sh
# usage: keychain.sh
# For a build machine that is thrown away: puts the signing certificate into a keychain of its own, for sign.sh.
# Takes MACOS_CERTIFICATE_BASE64, a .p12 file in base64, and MACOS_CERTIFICATE_PASSWORD.
set -eu
if [ -z "${MACOS_CERTIFICATE_BASE64:-}" ]; then
    echo "No certificate is configured (MACOS_CERTIFICATE_BASE64): nothing will be signed."
    exit 0
fi
keychain="${RUNNER_TEMP:?}/signing.keychain-db"
password=$(openssl rand -base64 24)
file="$RUNNER_TEMP/signing.p12"
trap 'rm -f "$file"' EXIT

printf '%s' "$MACOS_CERTIFICATE_BASE64" | base64 --decode >"$file"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$file" -P "${MACOS_CERTIFICATE_PASSWORD:-}" -t cert -f pkcs12 -T /usr/bin/codesign -k "$keychain"
security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
