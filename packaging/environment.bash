# SPDX-License-Identifier: GPL-3.0-or-later
# Set-up shared by ./packaging/run and ./packaging/test: the environment in .venv at the root, and what Qt needs of
# the system. Sourced with bash; `root` is the folder of the checkout.

shopt -s inherit_errexit
: "${root:?is set by whoever sources this}"
readonly oldest_python=11 # of Python 3
readonly environment=$root/.venv
readonly unfinished=$environment/.set-up-unfinished

# The checkout's path may hold any letters, and Python 3.11 reads it from the environment in the locale's encoding.
export PYTHONUTF8=1

say() { printf '%s\n' "$@" >&2; } # each argument is a line
die() {
    say "$@"
    exit 1
}

# ---- What is there already ------------------------------------------------------------------------------------------

# stamp_for PURPOSE: what must be in the stamp file for the environment to be up to date; changes when the checkout is
# moved, another Python stands behind the environment, or pyproject.toml changes.
stamp_for() {
    local sum
    sum=$(sha256sum <"$root/pyproject.toml")
    printf '%s %s %s %s' "$1" "${sum%% *}" "$(readlink -f -- "$environment/bin/python")" "$root"
}

stamp_file() { printf '%s/.set-up-for-%s' "$environment" "$1"; }

# is_up_to_date PURPOSE
is_up_to_date() {
    local file
    file=$(stamp_file "$1")
    [[ -f $file && -x $environment/bin/python && ! -e $unfinished ]] || return 1
    [[ $(<"$file") == "$(stamp_for "$1")" ]]
}

translations_are_compiled() {
    local source
    for source in "$root"/resources/i18n/*.ts; do
        [[ ! -e $source || ${source%.ts}.qm -nt $source ]] || return 1
    done
}

# ---- System packages ------------------------------------------------------------------------------------------------

apt_lists_are_fresh=

# install_packages WHAT_FOR PACKAGE...: through apt-get as root or with sudo that asks for no password; otherwise says
# what to type and stops.
install_packages() {
    local what_for=$1 as_root=()
    shift
    if ((EUID != 0)); then
        if ! sudo -n true 2>/dev/null; then
            command -v apt-get >/dev/null || die "Missing for $what_for: $*" "Install what your system calls them, then start this again."
            resolve_names "$@"
            die "Packages of the system are missing for $what_for. Type this, then start again:" \
                "" "    sudo apt-get update && sudo apt-get install --no-install-recommends ${names[*]}" ""
        fi
        as_root=(sudo -n)
    fi
    command -v apt-get >/dev/null || die "Missing for $what_for: $*" "Install what your system calls them, then start this again."
    say "Installing for $what_for: $*"
    if [[ -z $apt_lists_are_fresh ]]; then
        quietly "The package lists could not be fetched. Is there a network connection?" \
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update
        apt_lists_are_fresh=yes
    fi
    resolve_names "$@"
    quietly "The packages could not be installed; the lines above say why." \
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "${names[@]}"
}

# resolve_names PACKAGE...: fills `names`. Ubuntu 24.04 renamed libraries that hold a time_t, libglib2.0-0t64 for one.
resolve_names() {
    local name
    names=()
    for name; do
        if apt-cache show --no-all-versions "${name}t64" >/dev/null 2>&1; then name=${name}t64; fi
        names+=("$name")
    done
}

# quietly SENTENCE COMMAND...: shows what the command printed, then the sentence, only when it fails.
quietly() {
    local sentence=$1 output
    shift
    if ! output=$("$@" 2>&1 </dev/null); then
        say "$output" "" "$sentence"
        exit 1
    fi
}

# Libraries that Qt takes from the system, and who brings them on Debian and Ubuntu.
readonly library_packages="
libGL.so.1 libgl1
libEGL.so.1 libegl1
libX11.so.6 libx11-6
libX11-xcb.so.1 libx11-xcb1
libxkbcommon.so.0 libxkbcommon0
libglib-2.0.so.0 libglib2.0-0
libgthread-2.0.so.0 libglib2.0-0
libfreetype.so.6 libfreetype6
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libz.so.1 zlib1g
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb.so.1 libxcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render.so.0 libxcb-render0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
"

# The libraries that Qt's own files name and the loader does not find, one a line.
missing_libraries() {
    local qt
    qt=$("$environment/bin/python" -c 'import PySide6, sys; sys.stdout.write(PySide6.__path__[0] + "/Qt")')
    ldd "$qt"/lib/libQt6{Core,Gui,Widgets,Svg,DBus,PrintSupport,XcbQpa}.so.6 "$qt"/plugins/platforms/lib{qxcb,qoffscreen}.so \
        2>/dev/null | awk '$3 == "not" && $4 == "found" && !($1 in seen) { seen[$1]; print $1 }'
}

install_libraries() {
    local missing library package wanted=()
    missing=$(missing_libraries)
    [[ -n $missing ]] || return 0
    for library in $missing; do
        package=$(awk -v library="$library" '$1 == library { print $2 }' <<<"$library_packages")
        [[ -n $package ]] || die "Qt needs the library $library. Install what brings it, then start this again."
        [[ " ${wanted[*]-} " == *" $package "* ]] || wanted+=("$package")
    done
    install_packages "the window" "${wanted[@]}"
    # A library that has just arrived may not name what it lacks itself; apt has brought that.
    missing=$(missing_libraries)
    [[ -z $missing ]] || die "The packages are installed, yet Qt still lacks: ${missing//$'\n'/ }."
}

# ---- Python and the environment -------------------------------------------------------------------------------------

is_recent_enough() { "$1" -c "import sys; sys.exit(sys.version_info < (3, $oldest_python))" 2>/dev/null; }

# Sets `python` to an interpreter that is recent enough and can make environments.
find_python() {
    local candidate
    command -v python3 >/dev/null || install_packages "Python" python3 python3-venv
    for candidate in python3 python3.{14,13,12,11}; do
        if command -v "$candidate" >/dev/null && is_recent_enough "$candidate"; then
            python=$(command -v "$candidate")
            "$python" -c 'import ensurepip, venv' 2>/dev/null ||
                install_packages "Python's environments" "$("$python" -c 'import sys; print(f"python3.{sys.version_info[1]}-venv")')"
            return
        fi
    done
    die "Hashiya needs Python 3.$oldest_python or later; this system has $(python3 --version 2>&1)." \
        "Debian 12 and Ubuntu 24.04 bring one that is recent enough. Install it, then start this again."
}

make_environment() {
    if [[ -e $unfinished ]]; then
        say "The last set-up was interrupted; beginning it again."
    elif [[ -x $environment/bin/python ]] && is_recent_enough "$environment/bin/python" &&
        "$environment/bin/python" -m pip --version >/dev/null 2>&1; then
        touch "$unfinished"
        return
    fi
    find_python
    mkdir -p "$environment"
    touch "$unfinished" # before anything else is there, and again after --clear has taken it away
    quietly "The environment in $environment could not be made." "$python" -m venv --clear "$environment"
    touch "$unfinished"
}

# install_program PURPOSE
install_program() {
    local offline="The packages could not be installed; the lines above say why.
Without a network connection this first set-up cannot be done; later starts need none."
    local what=(--editable '.[lexicon,dictionaries,morphology,interchange]')
    if [[ $1 == test ]]; then
        # Dependency groups are known to pip from 25.1 on; Debian 12 brings 23.0.
        quietly "$offline" "$environment/bin/python" -m pip install --quiet --upgrade 'pip>=25.1'
        what[1]=${what[1]/interchange/interchange,parquet}
        what+=(--group dev --group gazetteers --group neural)
    fi
    (cd "$root" && quietly "$offline" "$environment/bin/python" -m pip install --quiet "${what[@]}")
}

compile_translations() {
    quietly "The translations could not be compiled." "$environment/bin/python" "$root/packaging/translations.py" compile
}

# ---- The whole ------------------------------------------------------------------------------------------------------

# set_up PURPOSE: `run` for what the program needs, `test` for that and the tools of its developers. Adds some
# milliseconds when nothing is to be done. A second set-up at the same time waits for the first.
set_up() {
    ! { is_up_to_date "$1" && translations_are_compiled; } || return 0
    (
        flock --nonblock 9 || {
            say "Another set-up of this checkout is at work; waiting for it."
            flock 9
        }
        is_up_to_date "$1" || install "$1"
        translations_are_compiled || compile_translations
    ) 9<"$root"
}

install() {
    say "Setting up Hashiya in $environment; this takes a minute or two, once."
    make_environment
    install_program "$1"
    rm -f "$unfinished"
    install_libraries
    stamp_for "$1" >"$(stamp_file "$1")"
    [[ $1 == run ]] || stamp_for run >"$(stamp_file run)"
}
