#!/bin/sh
# Where no systemd is: of upstander.service it does account, folder, umask, environment and program, and none of its walls.
unit=/etc/systemd/system/upstander.service
of() { sed -n "s/^$1=//p" "$unit"; }
begin() {
	start-stop-daemon --start --background --make-pidfile --pidfile /run/upstander.pid --output /var/log/upstander.log \
		--chuid "$(of User)" --chdir "$(of WorkingDirectory)" --umask "$(of UMask)" \
		--startas /usr/bin/env -- $(of Environment) $(of ExecStart)
}
end() { start-stop-daemon --stop --oknodo --pidfile /run/upstander.pid --retry TERM/"$(of TimeoutStopSec)"; }
case "$*" in
'enable --now upstander' | 'start upstander') begin ;;
'stop upstander') end ;;
'restart upstander') end && begin ;;
daemon-reload) ;;
*) echo "Not tried here: systemctl $*" ;;
esac
