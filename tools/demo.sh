#!/bin/sh
# demo.sh - the demonstration register of one day, as ./start shows it: fourteen documents, one
# of them scanned, one waiting for review; its accounts go to standard output.
# usage: demo.sh PROGRAM FOLDER DB TODAY; the documents are written to FOLDER/examples.
set -eu
program=$1 at=$2 db=$3 today=$4
root=$(dirname "$0")/..

# The sample documents, as an office would have them today: most are older than today, one
# meeting of all communes is this afternoon, one conclusion notice is new.
write_examples() {
	rm -rf "$1"
	mkdir -p "$1/cho-ra-soat"
	before=$(date -d "$today -9 days" +%F)
	for one in 01 06 08 11 12 13 14; do
		"$program" examples --today "$before" --out "$1" "langson/$one" >/dev/null
	done
	for one in 02 03 05 16; do
		"$program" examples --today "$today" --out "$1" "langson/$one" >/dev/null
	done
	"$program" examples --today "$today" --out "$1/cho-ra-soat" langson/07 >/dev/null
	meeting=$(date -d "$today" +%d/%m/%Y)
	for back in 10 11 9 12 8 13 7 14; do
		day=$(date -d "$today -$back days" +%F)
		"$program" examples --today "$day" --out "$1" langson/04 >/dev/null
		! grep -q "08 giờ 00 phút, thứ [^,]*, ngày $meeting" "$1"/04-* || break
	done
	# A demonstration is also shown on a weekend, when no office would meet.
	case $(date -d "$today" +%u) in
	1) weekday='thứ Hai' ;; 2) weekday='thứ Ba' ;; 3) weekday='thứ Tư' ;;
	4) weekday='thứ Năm' ;; 5) weekday='thứ Sáu' ;; 6) weekday='thứ Bảy' ;;
	*) weekday='Chủ nhật' ;;
	esac
	sed -i "s#08 giờ 00 phút, thứ [^,]*, ngày [0-9/]*#14 giờ 00, $weekday, ngày $meeting#" "$1"/04-*
}

folder=$at/examples
write_examples "$folder"
"$program" demo --db "$db" --today "$today" --accounts
"$program" import --db "$db" --today "$today" --by vanthu --accept-all --track-past "$folder"/*.txt >/dev/null
"$program" import --db "$db" --today "$today" --by vanthu "$folder"/cho-ra-soat/*.txt >/dev/null
# The one scan; without tesseract the demonstration does without it.
"$program" import --db "$db" --today "$today" --by vanthu --accept-all "$root/examples/ban-quet.png" \
	>/dev/null 2>&1 || echo "bản quét minh họa chưa đọc được trên máy này" >&2
"$program" demo --db "$db" --today "$today"
