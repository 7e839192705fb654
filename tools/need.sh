# need.sh - what a fresh Debian 12 lacks, and how to get it. Sourced by start and
# test; both must work before anything else of ours does, hence shell.
# Quick when nothing is missing: one call of dpkg-query, no network.

need_build="gcc libc6-dev make meson ninja-build pkg-config python3 git ca-certificates
	libutf8proc-dev libexpat1-dev libjansson-dev libsodium-dev libzip-dev
	zlib1g-dev libgumbo-dev libgmime-3.0-dev libsqlite3-dev libpq-dev libxlsxwriter-dev
	libmicrohttpd-dev libical-dev liboath-dev libqrencode-dev
	libisal-dev"
need_run="less poppler-utils tesseract-ocr tesseract-ocr-vie unpaper
	libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation2"
need_test="libcmocka-dev clang-14 libclang-rt-14-dev llvm-14 clang-format-19 clang-tidy-19 valgrind
	postgresql-15 chromium nodejs groff-base"
need_bench="nginx-light wrk"

# need PACKAGE... - install those that are missing; ends the program when it may not.
need() {
	if ! command -v dpkg-query >/dev/null 2>&1; then
		echo "dondoc: this is not Debian; install by hand what stands for: $*" >&2
		return 0
	fi
	need_have=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
		sed -n 's/^installed //p')
	need_missing=
	for need_one in "$@"; do
		printf '%s\n' "$need_have" | grep -qxF -- "$need_one" ||
			need_missing="$need_missing $need_one"
	done
	[ -n "$need_missing" ] || return 0
	need_as=
	if [ "$(id -u)" != 0 ]; then
		if command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
			need_as=sudo
		else
			echo "dondoc: packages are missing and this user may not install them. Run once:" >&2
			echo "    su -c 'apt-get update && apt-get install -y$need_missing'" >&2
			exit 3
		fi
	fi
	echo "installing:$need_missing"
	$need_as apt-get -qq update </dev/null ||
		echo "dondoc: apt-get update failed; trying with the lists at hand" >&2
	# shellcheck disable=SC2086 # a list of names on purpose
	need_log=$(mktemp)
	if ! $need_as env DEBIAN_FRONTEND=noninteractive apt-get -y -qq \
		--no-install-recommends install $need_missing </dev/null >"$need_log" 2>&1; then
		tail -20 "$need_log" >&2
		rm -f "$need_log"
		echo "dondoc: apt-get could not install:$need_missing" >&2
		exit 3
	fi
	rm -f "$need_log"
}
