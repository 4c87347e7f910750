#!/bin/bash
# Time from exec to the first prompt on a pseudo-terminal, pgduo beside sqlline on the same JDK, taking turns.
# Usage: ./pgduo bench first-prompt [RUNS] [--json]; needs python3 for the pseudo-terminal, and Maven to fetch sqlline once.
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"
runs=${1:-7}
sqlline=1.12.0
lib=$PGDUO_HOME/target/bench/sqlline-$sqlline

if [ ! -e "$lib/complete" ]; then
    mkdir -p "$lib"
    cat >"$lib/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dev.pgduo.bench</groupId><artifactId>sqlline</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>sqlline</groupId><artifactId>sqlline</artifactId><version>$sqlline</version></dependency>
  </dependencies>
</project>
POM
    mvn -q -B -f "$lib/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
        -DoutputDirectory="$lib/lib" >&2
    touch "$lib/complete"
fi

machine
exec python3 "$PGDUO_HOME/src/bench/first-prompt.py" ${json:+--json} "$runs" \
    'lab> ' "$PGDUO_HOME/pgduo" -- \
    'sqlline> ' "$JAVA_HOME/bin/java" -cp "$lib/lib/*" sqlline.SqlLine
