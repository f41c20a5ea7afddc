# Functions for the scripts beside: a word to the user, and packages of Debian or Ubuntu.

say() { printf '%s\n' "$*" >&2; }

install_packages() {
    say "Ставлю системные пакеты / Installing system packages: $*"
    if ! command -v apt-get >/dev/null; then
        say "Здесь нет apt; поставьте сами / There is no apt here, install them yourself: $*"
        exit 5
    fi
    run=
    if [ "$(id -u)" != 0 ]; then
        run=sudo
        if ! command -v sudo >/dev/null; then
            say "Нет прав; попросите администратора / No permission, ask the administrator: apt-get install $*"
            exit 5
        fi
    fi
    $run apt-get update -q
    $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}
