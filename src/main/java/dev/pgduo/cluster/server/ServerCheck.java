package dev.pgduo.cluster.server;

import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.report.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks settings with the server program, {@code postgres -C}, whether or not the node's server runs. The node's own files are
 * not read, so that errors in them can be corrected.
 *
 * @param node the node's settings
 * @see <a href="https://www.postgresql.org/docs/15/app-postgres.html">postgres</a>
 */
public record ServerCheck(NodeSettings node) {
    private static final List<String> REASONS = List.of("FATAL:  ", "ERROR:  ");

    /** The server's error for a value; empty for a valid one. Settings of libraries are not checked. */
    public Optional<ErrorReport> check(String name, String value) {
        Finished answer = postgres("-c", name + "=" + value, "-C", name);
        return answer.ok() ? Optional.empty() : Optional.of(report(answer));
    }

    /** Whether the server has a setting of this name. */
    public boolean knows(String name) {
        return postgres("-C", name).ok();
    }

    /** The names of the settings that can be set in a file, without developer options. */
    public List<String> names() {
        return describe().map(columns -> columns.get(0)).toList();
    }

    /**
     * The program's description of a setting: name, context, group, type, default, minimum, maximum, short and long
     * description.
     */
    public Optional<List<String>> described(String name) {
        return describe()
                .filter(columns -> columns.get(0).equalsIgnoreCase(name))
                .findFirst();
    }

    private Stream<List<String>> describe() {
        return run(List.of("--describe-config")).orThrow("list the server's settings").lines().stream()
                .map(line -> List.of((line + "\t\t\t\t\t\t\t\t ").split("\t", -1)));
    }

    /** Runs the program with an empty configuration file, as it needs one and the node's directory has none. */
    private Finished postgres(String... words) {
        List<String> empty =
                List.of("-D", node.layout().root().toString(), "-c", "config_file=/dev/null", "-c", "log_line_prefix=");
        return run(Stream.concat(empty.stream(), List.of(words).stream()).toList());
    }

    private Finished run(List<String> words) {
        List<String> all =
                new ArrayList<>(List.of(node.binaries().require("postgres").toString()));
        all.addAll(words);
        return OsCommand.of(all).with(Map.of("LC_ALL", "C")).as(node.runAs()).run();
    }

    private static ErrorReport report(Finished answer) {
        List<String> lines = answer.stderr().lines().toList();
        return REASONS.stream()
                .flatMap(label -> after(label, lines).stream())
                .findFirst()
                .map(message -> ErrorReport.error(message)
                        .detail(after("DETAIL:  ", lines).orElse(null))
                        .hint(after("HINT:  ", lines).orElse(null)))
                .orElseGet(() -> ErrorReport.error("could not check the value").detail(answer.failure()));
    }

    private static Optional<String> after(String label, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()))
                .findFirst();
    }
}
