package dev.pgduo;

import dev.pgduo.shell.Invocation;
import dev.pgduo.shell.ProgramVersion;
import dev.pgduo.shell.client.ClientMain;
import java.util.List;
import java.util.stream.Stream;

/** The output of {@code pgduo --version} and {@code pgduo --help}. */
final class Usage {
    private Usage() {}

    static String version() {
        return "pgduo " + ProgramVersion.text() + ", Java " + Runtime.version().feature();
    }

    static List<String> lines() {
        return Invocation.help(Stream.concat(Stream.of("psql"), ClientMain.names().stream())
                .sorted()
                .toList());
    }
}
