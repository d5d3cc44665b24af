# sh owned.sh SIGNAL COMMAND...: runs a command that gets the signal when its owner ends, even when that is killed. The
# owner started this as the leader of a process group, and holds the other end of the pipe on descriptor 3.
signal=$1
shift
{ read -r _ <&3; kill -s "$signal" -- -$$; } &
exec "$@" 3<&-
