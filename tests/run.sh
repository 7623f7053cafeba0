#!/usr/bin/env bash
# Builds everything (Release, warnings are errors) and runs every test project; arguments go on to `dotnet test`:
#   bash tests/run.sh                                   all tests
#   bash tests/run.sh --filter 'Category!=Load'         without the load tests
# CHATBOT_REQUIRE_ALL=1 makes it fail when PostgreSQL or Chromium could not be had; otherwise the tests that need them are skipped.
# The last line is "N passed, N failed, N skipped", added up over all projects.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec </dev/null
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build server may outlive us and hold the caller's output open: one compiler of our own serves all projects (started cold for each it takes twice as long).
export MSBUILDDISABLENODEREUSE=1
compiler=chatbot-$$

has_any() { for program; do command -v "$program" >/dev/null && return 0; done; return 1; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || has_any initdb; }
has_chromium() { has_any chromium chromium-browser google-chrome google-chrome-stable; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  else sudo "$@"
  fi
}

missing=()
find_missing() {
  missing=()
  has_postgres || missing+=(postgresql)
  has_chromium || missing+=(chromium)
}

install_missing() {
  find_missing
  [ ${#missing[@]} = 0 ] && return
  if ! has_any apt-get; then
    echo "Missing: ${missing[*]}. There is no apt here to install them; the tests that need them are skipped."
    return
  fi
  echo "Installing with apt: ${missing[*]}"
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    echo "apt could not install ${missing[*]}; the tests that need them are skipped."
  find_missing
}

# Adds the counters of one results file to passed, failed and skipped. (xunit's skipped tests are "total" without "executed".)
add_up() {
  local counters total executed succeeded
  counters=$(grep -o '<Counters [^>]*>' "$1") || return 1
  total=$(counter total); executed=$(counter executed); succeeded=$(counter passed)
  passed=$((passed + succeeded)) failed=$((failed + executed - succeeded)) skipped=$((skipped + total - executed))
}
counter() { grep -o " $1=\"[0-9]*\"" <<<"$counters" | tr -dc 0-9; }

noise='^\s+(Passed|Skipped) |^(Test run for|A total of|Starting test|Results File|VSTest|Additionally|Data collector 'Blame')|^\s*$'
noise+='|(Adapter v|Discover(ing|ed):|Starting:|Finished:)|\[xUnit.net [0-9:.]+\]\s+(Stack Trace:|at |.*: at )'
run_tests() {
  local project=$1 name status before=$failed
  shift
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet test "$project" -c Release --no-build --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=normal" \
    --blame-hang-timeout 15m --blame-hang-dump-type none "$@" |
    grep -vE "$noise"
  status=${PIPESTATUS[0]}
  [ -e "$results/$name.trx" ] && add_up "$results/$name.trx"
  # A test host that crashed has no counter for it.
  if [ "$status" != 0 ] && [ "$failed" = "$before" ]; then
    echo "$name ended with status $status and reported no failed test: counted as one."
    failed=$((failed + 1))
  fi
}

# Load tests hold for a machine that does nothing else: bash tests/run.sh --filter Category=Load
[ $# != 0 ] || set -- --filter "Category!=Load"

install_missing
passed=0 failed=0 skipped=0
results=$(mktemp -d)
stop_compiler() { has_any pkill && pkill -f "pipename:$compiler"; }
trap 'rm -rf "$results"; stop_compiler' EXIT

echo "== Build"
dotnet build Chatbot.sln -c Release --nologo -v quiet -warnaserror -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" || { echo "The build failed; no test was run."; exit 1; }
stop_compiler
for name in Tests ComponentTests BrowserTests; do run_tests "tests/Chatbot.$name/Chatbot.$name.csproj" "$@"; done

complete=yes
if [ ${#missing[@]} != 0 ] && [ -n "${CHATBOT_REQUIRE_ALL:-}" ]; then
  complete=no
  echo "Failed, as CHATBOT_REQUIRE_ALL is set and this is missing: ${missing[*]}"
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ $((passed + skipped)) -gt 0 ] && [ $complete = yes ]
