#!/usr/bin/env bash
# Rewrites the locks from pyproject.toml. Needs pip-tools; `bash requirements/lock.sh --upgrade` takes newer versions.
set -euo pipefail
cd "$(dirname "$0")/.."
export CUSTOM_COMPILE_COMMAND="bash requirements/lock.sh"

lock() {
    pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file "requirements/$1.txt" "${@:2}" pyproject.toml
}

lock runtime "$@"
lock test --extra test --constraint requirements/runtime.txt "$@"
lock benchmark --extra benchmark --constraint requirements/runtime.txt "$@"
