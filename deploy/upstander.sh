#!/bin/sh
# /usr/local/bin/upstander: every command under the account of deploy/upstander.service and on its data. For root.
# Another folder: UPSTANDER_DATA=/path upstander …
exec runuser -u upstander -- env UPSTANDER_DATA="${UPSTANDER_DATA:-/var/lib/upstander}" \
	HOME=/nonexistent node /opt/upstander/scripts/upstander.mjs "$@"
