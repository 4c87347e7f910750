# For benches that need the tests' classes: they are compiled when a source is newer, and a main class among them is run.
tests() {
    cd "$PGDUO_HOME"
    if [ ! -e target/test-classes.built ] || [ -n "$(find src pom.xml -newer target/test-classes.built -type f -print -quit)" ]; then
        mvn -o -q -B -DskipTests -Dspotless.check.skip=true -Djacoco.skip=true test-compile
        mvn -o -q -B dependency:build-classpath -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test
        touch target/test-classes.built
    fi
    exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 \
        -cp "target/test-classes:target/classes:$(cat target/test-classpath)" "$@"
}
