#!/bin/sh
# usage: dmg.sh APP DMG
# A disk image with the app and a link to the folder it is dragged into.
set -eu
app=$1 image=$2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ditto "$app" "$folder/$(basename "$app")"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -quiet -volname "$(basename "$app" .app)" -srcfolder "$folder" -fs HFS+ -format UDZO "$image"
hdiutil verify -quiet "$image"
echo "$image"
