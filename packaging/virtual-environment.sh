#!/bin/sh
# usage: virtual-environment.sh PYTHON DIR LOCKFILE
# A virtual environment in DIR holding exactly what LOCKFILE names, each file checked against its hash.
set -eu
python=$1 dir=$2 lock=$3

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Python 3.11 or newer is needed; '$python' is not. Name another: make PYTHON=/path/to/python3" >&2
    exit 1
fi
if [ ! -x "$dir/bin/python" ] || ! "$dir/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$dir"
    if ! "$python" -m venv "$dir"; then
        echo "'$python' cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2
        exit 1
    fi
fi
echo "Installing $lock into $dir ..."
"$dir/bin/python" -m pip install -qq --require-hashes --requirement "$lock"
