#!/bin/sh
# A browser, PostgreSQL and nginx for the tests: installed where we are root, else named with the line to run.
set -eu
missing=""
[ -x "${TOCSIN_CHROMIUM:-/usr/bin/chromium}" ] || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    # shellcheck disable=SC2086 -- one word a package
    apt-get -qq -y install --no-install-recommends $missing >/dev/null
else
    echo "!!!! NOT TESTED without:$missing -- run: sudo apt install$missing" >&2
    [ -z "${CI:-}" ] || exit 1
fi
