namespace Chatbot.Testing.Databases;

/// <summary>The shell that starts a server and ends it when its input ends, which happens however the starting process dies.</summary>
internal static class PostgresScript
{
    public const string Text = """
        trap '' INT TERM HUP                      # Ctrl+C is for the tests; the server goes after them
        binaries=$1; folder=$2; port=$3; shift 3
        exec 3<&0 </dev/null >"$folder/log" 2>&1
        as=
        if [ "$(id -u)" = 0 ]; then               # PostgreSQL refuses to run as root
          account=postgres; id "$account" || account=nobody
          chown "$account" "$folder" "$folder/log"
          as="setpriv --reuid=$account --regid=$(id -g "$account") --clear-groups"
        fi
        locale=C; [ "$(uname)" = Linux ] && locale=C.UTF-8
        $as "$binaries/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale="$locale" --no-sync 3<&- || exit 1
        for setting; do settings="$settings -c $setting"; done
        { cat <&3 >/dev/null; touch "$folder/ended"; kill -QUIT "$(cat "$folder/server")"; } &
        exec 3<&-
        while [ ! -e "$folder/ended" ]; do        # "again" beside it: its end was wanted as a crash, and it starts anew
          rm -f "$folder/again"
          $as "$binaries/postgres" -D "$folder/data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 \
            -c max_connections=200 -c shared_buffers=128MB $settings &
          echo $! >"$folder/server"
          [ -e "$folder/ended" ] && kill -QUIT $!
          wait $!
          [ -e "$folder/again" ] || break
        done
        [ -e "$folder/ended" ] && rm -rf "$folder"
        """;
}
