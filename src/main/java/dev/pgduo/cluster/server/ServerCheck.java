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
 * Asks the server's program about settings, whether or not the node's server runs: {@code postgres -C}. The node's own files are
 * not read, so that one which is spoilt can be put right.
 *
 * @param node whose program
 * @see <a href="https://www.postgresql.org/docs/15/app-postgres.html">postgres</a>
 */
public record ServerCheck(NodeSettings node) {
    private static final List<String> REASONS = List.of("FATAL:  ", "ERROR:  ");

    /** Why the server would refuse this value, in its words; what only a library of it knows is not checked. */
    public Optional<ErrorReport> check(String name, String value) {
        Finished answer = postgres("-c", name + "=" + value, "-C", name);
        return answer.ok() ? Optional.empty() : Optional.of(report(answer));
    }

    /** Whether the server has a setting of this name. */
    public boolean knows(String name) {
        return postgres("-C", name).ok();
    }

    /** The names of the settings that may be in a file, without those for developers. */
    public List<String> names() {
        return describe().map(columns -> columns.get(0)).toList();
    }

    /** What the program says about a setting: name, context, group, type, default, least, greatest, short and long words. */
    public Optional<List<String>> described(String name) {
        return describe()
                .filter(columns -> columns.get(0).equalsIgnoreCase(name))
                .findFirst();
    }

    private Stream<List<String>> describe() {
        return run(List.of("--describe-config")).orThrow("list the server's settings").lines().stream()
                .map(line -> List.of((line + "\t\t\t\t\t\t\t\t ").split("\t", -1)));
    }

    /** The node's own directory has no configuration files; a server needs one, which may be empty. */
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
