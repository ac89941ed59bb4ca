#!/bin/sh
# usage: system-packages.sh [packaging | package-test]
# Installs the Debian packages that the window, the virtual display and the keyring tests need, when it may;
# otherwise names the missing ones and goes on, so that what works without them still works. With a word: those that
# `make package` or `make package-test` needs.
set -u
qt="libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 libxkbcommon0 libbrotli1 fonts-dejavu-core
libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1"
display="xvfb xauth xdotool openbox imagemagick"
keyring="dbus gnome-keyring"
freezing="binutils chrpath"
wanted="$qt $display $keyring $freezing"
case "${1:-}" in
    packaging) wanted="binutils chrpath rpm zstd lintian desktop-file-utils appstream" ;;
    package-test) wanted="debootstrap rpm zstd xvfb xdotool imagemagick iproute2" ;;
esac

[ "$(uname -s)" = Linux ] || exit 0
if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Not a Debian system: if the window does not start, install Qt's X11 libraries (xcb-cursor, xkbcommon-x11, EGL)." >&2
    exit 0
fi

installed() { # a library may carry the suffix of the 64-bit time transition
    dpkg-query -W -f='${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null | grep -qx installed
}
missing=""
for package in $wanted; do
    installed "$package" || missing="$missing $package"
done
if ! python3 -c 'import ensurepip' >/dev/null 2>&1; then missing="$missing python3-venv"; fi
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"
else
    echo "Missing Debian packages, and no right to install them. Please run:" >&2
    echo "  sudo apt-get install --no-install-recommends$missing" >&2
    exit 0
fi
echo "Installing Debian packages:$missing"
log=$(mktemp)
if ! { $as_root apt-get update -qq &&
       $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "These Debian packages could not be installed:$missing" >&2
fi
rm -f "$log"
exit 0
