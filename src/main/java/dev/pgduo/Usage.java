package dev.pgduo;

import dev.pgduo.shell.Invocation;
import java.util.List;

/** What {@code pgduo --version} and {@code pgduo --help} print. */
final class Usage {
    private Usage() {}

    static String version() {
        String version = Application.class.getPackage().getImplementationVersion();
        return "pgduo " + (version == null ? "(not packaged)" : version) + ", Java "
                + Runtime.version().feature();
    }

    static List<String> lines() {
        return Invocation.help();
    }
}
