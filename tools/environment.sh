#!/bin/sh
# Makes .venv hold exactly what a lock file names, and this project. With uv where it is present, else venv and pip.
set -eu
lock=$1

if uv --version >/dev/null 2>&1; then
    [ -x .venv/bin/python ] || uv venv --quiet .venv
    uv pip install --quiet --python .venv/bin/python --require-hashes -r "$lock"
    uv pip install --quiet --python .venv/bin/python --no-deps --editable .
else
    if [ ! -x .venv/bin/python ]; then
        python3 -m venv .venv || {
            rm -rf .venv
            echo "python3 cannot make an environment. On Debian: apt install python3-venv" >&2
            exit 1
        }
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
fi

# Compiled here, since whoever runs it may have no right to write here, or may have told Python to write nothing.
.venv/bin/python -m compileall -qq -j 0 src .venv/lib || true # a file for another Python stops nothing
# So is what takes long to make of the language data.
env -u PYTHONDONTWRITEBYTECODE .venv/bin/python - <<'PYTHON' || true
from tocsin.language.lexicon import languages, lexicon
from tocsin.language.person_names import is_given_name
from tocsin.reading.contacts.words import contact_words

is_given_name("")
for language in languages():
    lexicon(language), contact_words(language)
PYTHON
