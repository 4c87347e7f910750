package dev.pgduo.cluster.binaries;

import dev.pgduo.cluster.version.ServerVersion;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Picks the server that a person asked for. */
public final class ServerChoice {
    /** The variable that says which server to take when the command line does not. */
    public static final String VARIABLE = "PGDUO_PG";

    private final List<BinariesSource> sources;

    public ServerChoice(List<BinariesSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Chooses among the servers installed on this machine. */
    public static ServerChoice installed() {
        return new ServerChoice(List.of(InstalledServers.onThisMachine()));
    }

    /**
     * The server for {@code --pg}: a major ({@code 15}), a version ({@code 15.18}) or a directory; when empty, the same from
     * PGDUO_PG; when that is empty too, the newest.
     *
     * @throws LabException when none suits; it names what was searched
     */
    public ServerBinaries choose(Optional<String> wanted) {
        Optional<String> text = wanted.or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
        if (text.isPresent() && text.get().contains("/")) {
            return inDirectory(text.get());
        }
        List<ServerBinaries> all = available();
        return all.stream()
                .filter(server -> text.isEmpty() || suits(server.version(), text.get()))
                .findFirst()
                .orElseThrow(() -> none(text, all));
    }

    /** Every server of every source, newest first within a source. */
    public List<ServerBinaries> available() {
        return sources.stream().flatMap(source -> source.available().stream()).toList();
    }

    private static ServerBinaries inDirectory(String directory) {
        return BinDirectory.in(Path.of(directory))
                .orElseThrow(() -> new LabException(ErrorReport.error(
                                "could not find a PostgreSQL server in \"" + directory + "\"")
                        .detail("It needs the programs postgres, initdb and pg_ctl, there or in its bin directory.")));
    }

    private static boolean suits(ServerVersion version, String wanted) {
        ServerVersion asked = ServerVersion.parse(wanted);
        return version.equals(asked) || version.majorName().equals(wanted);
    }

    private LabException none(Optional<String> wanted, List<ServerBinaries> all) {
        String found = all.isEmpty()
                ? "none"
                : all.stream().map(ServerBinaries::describe).collect(Collectors.joining("; "));
        Stream<String> places = sources.stream().flatMap(source -> source.searched().stream());
        return new LabException(ErrorReport.error("could not find PostgreSQL"
                        + wanted.map(value -> " " + value).orElse(""))
                .detail("Found: " + found + ".\nSearched: " + places.collect(Collectors.joining(", ")) + ".")
                .hint("Install PostgreSQL, or name its bin directory with --pg or " + VARIABLE + "."));
    }
}
