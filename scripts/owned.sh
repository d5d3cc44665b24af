# Runs a command that ends with its owner, even when that is killed: the owner started this as the leader of a process
# group, and holds the other end of the pipe on descriptor 3, which closes when the owner is no more.
{ read -r _ <&3; kill -TERM -$$; } &
exec "$@" 3<&-
