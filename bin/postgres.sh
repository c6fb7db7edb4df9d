# shellcheck shell=bash
# A PostgreSQL of one's own, for tests and measurements. Sourced; wants $temp, a folder that others may enter.

postgres_does() {
    local programs
    programs=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1)
    (
        cd "$temp/postgres" && PATH=$programs:$PATH || exit 1
        # PostgreSQL refuses to run as root.
        if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
    ) >>"$temp/postgres.log" 2>&1 </dev/null
}

# start_postgres [OPTION...]: a server of its own on loopback, in $temp; says where in LUPAUS_TEST_POSTGRES.
start_postgres() {
    mkdir "$temp/postgres"
    [ "$(id -u)" != 0 ] || chown postgres "$temp/postgres" || return
    postgres_does initdb -D data -U lupaus -A trust -E UTF8 --locale=C.UTF-8 --no-sync || return
    local port
    for _ in 1 2 3 4 5; do # a port may be taken
        port=$((20000 + RANDOM % 10000))
        postgres_does pg_ctl start -s -w -D data -l data/log \
            -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$temp/postgres -c max_connections=200 $*" || continue
        export LUPAUS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=lupaus;Database=postgres"
        return 0
    done
    cat "$temp/postgres/data/log"
    return 1
}

stop_postgres() {
    [ ! -f "$temp/postgres/data/postmaster.pid" ] || postgres_does pg_ctl stop -s -m immediate -D data
}
