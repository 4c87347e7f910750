package dev.pgduo.cluster.binaries;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picks the server that a person asked for. */
public final class ServerChoice {
    /** The environment variable for the server when the command line names none. */
    public static final String VARIABLE = "PGDUO_PG";

    /** The environment variable that restricts the choice to one source: {@code installed} or {@code downloaded}. */
    public static final String SOURCE_VARIABLE = "PGDUO_PG_SOURCE";

    private static final Pattern DOWNLOADED =
            Pattern.compile(".*/pgduo[^/]*/servers/(9\\.6\\.\\d+|\\d+\\.\\d+)[^/]*/bin");

    private final List<BinariesSource> sources;
    private final Map<String, String> environment;

    /** A choice from these sources, in their order of precedence. */
    public ServerChoice(List<BinariesSource> sources) {
        this(sources, System.getenv());
    }

    ServerChoice(List<BinariesSource> sources, Map<String, String> environment) {
        this.sources = List.copyOf(sources);
        this.environment = Map.copyOf(environment);
    }

    /** A choice among the servers installed on this machine. */
    public static ServerChoice installed() {
        return new ServerChoice(List.of(InstalledServers.onThisMachine()));
    }

    /**
     * The server for {@code --pg}: a major ({@code 15}), a version ({@code 15.18}), {@code latest}, a source's name for its
     * newest, or a directory; when empty, the value of PGDUO_PG; when that is empty too, the newest server of the first source
     * that has any. A major is taken from the first source that has it, so an installed server takes precedence over a
     * downloaded one.
     *
     * @throws LabException when no server matches, with the places that were searched
     */
    public ServerBinaries choose(Optional<String> wanted) {
        String text = wanted.or(() -> variable(VARIABLE)).map(String::strip).orElse("");
        if (text.contains("/")) {
            return inDirectory(text);
        }
        List<BinariesSource> named = named(text);
        List<BinariesSource> allowed = named.isEmpty() ? allowed() : named;
        String version = named.isEmpty() ? text : "";
        return new ServerRequest(version).from(allowed).orElseThrow(() -> none(version, allowed));
    }

    /** All servers that are ready, newest first within a source. */
    public List<ServerBinaries> available() {
        return sources.stream().flatMap(source -> source.available().stream()).toList();
    }

    private List<BinariesSource> allowed() {
        Optional<String> name = variable(SOURCE_VARIABLE);
        List<BinariesSource> allowed = name.map(this::named).orElse(sources);
        if (allowed.isEmpty() && name.isPresent()) {
            throw new LabException(
                    ErrorReport.error("invalid value for variable " + SOURCE_VARIABLE + ": \"" + name.get() + "\"")
                            .hint("Write installed or downloaded."));
        }
        return allowed;
    }

    private List<BinariesSource> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return sources.stream().filter(source -> source.name().equals(lower)).toList();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ServerBinaries inDirectory(String directory) {
        return BinDirectory.in(Path.of(directory))
                .orElseThrow(() -> new LabException(ErrorReport.error(
                                "could not find a PostgreSQL server in \"" + directory + "\"")
                        .detail("It needs the programs postgres, initdb and pg_ctl, there or in its bin directory.")
                        .hint(again(directory))));
    }

    /**
     * The HINT for a directory in pgduo's cache, which may have been emptied: how to download the server again; null for
     * another directory.
     */
    private static @Nullable String again(String directory) {
        Matcher downloaded = DOWNLOADED.matcher(directory);
        return downloaded.matches() ? "\"pg fetch " + downloaded.group(1) + "\" downloads it again." : null;
    }

    private static LabException none(String wanted, List<BinariesSource> sources) {
        String found = sources.stream()
                .flatMap(source -> source.available().stream())
                .map(ServerBinaries::describe)
                .collect(Collectors.joining("; "));
        Stream<String> places = sources.stream().flatMap(source -> source.searched().stream());
        return new LabException(ErrorReport.error("could not find PostgreSQL" + (wanted.isEmpty() ? "" : " " + wanted))
                .detail("Found: " + (found.isEmpty() ? "none" : found) + ".\nSearched: "
                        + places.collect(Collectors.joining(", ")) + ".")
                .hint("Install PostgreSQL, or name its bin directory with --pg or " + VARIABLE + "."));
    }
}
