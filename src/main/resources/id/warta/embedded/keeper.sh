#!/bin/sh
# Keeps one server running for as long as any process holds the FIFO "holders" open for writing; starts the
# server again should it die, and stops it when the last holder has gone, by whatever end.
# usage: keeper.sh FOLDER "SIGNALS" COMMAND [ARGUMENT]...
#   FOLDER   holds the FIFO; "pid" and the answers to holders are written there
#   SIGNALS  that stop the server, in this order
folder=$1 signals=$2
shift 2

# The keys that end a terminal's foreground are meant for the holders
trap '' HUP INT QUIT

echo $$ >"$folder/pid.new" && mv "$folder/pid.new" "$folder/pid" || exit 1

# Opening to read alone would wait for a holder that may be dead already
exec 4<>"$folder/holders" || exit 1
exec 3<"$folder/holders" || exit 1
exec 4<&-

# Without a living holder nothing starts
read -r token <&3 || exit 0
: >"$folder/answer-$token"

server=
stopping=
stop() {
	for signal in $signals; do
		kill -s "$signal" "$server"
	done 2>/dev/null
}
# TERM is caught, not ignored: a server that doesn't listen to signals yet would inherit that
trap 'interrupted=yes' TERM
trap 'interrupted=yes; stopping=yes; [ -z "$server" ] || stop' USR1

# The reader answers those who come, and ends when all have gone
{
	trap '' TERM
	while read -r token; do
		: >"$folder/answer-$token"
	done
	kill -s USR1 $$
} <&3 &
exec 3<&-

pause=1
while [ -z "$stopping" ]; do
	started=$(date +%s)
	"$@" &
	server=$!
	[ -z "$stopping" ] || stop
	while :; do
		interrupted=
		wait "$server"
		status=$?
		[ -n "$interrupted" ] || break
	done
	server=
	[ -z "$stopping" ] || break
	# Whoever started the first one hears of its end; later ones are started again, ever more slowly
	[ -e "$folder/ready" ] || exit 1
	[ $(($(date +%s) - started)) -lt 60 ] || pause=1
	echo "keeper: the server ended with status $status and starts again in $pause s"
	sleep "$pause" &
	wait $!
	pause=$((pause < 30 ? pause * 2 : 30))
done
exit 0
