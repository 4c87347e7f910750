package dev.pgduo;

import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.ServerList;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.Streams;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.script.Approval;
import dev.pgduo.shell.script.LabPlay;
import dev.pgduo.shell.script.Target;
import dev.pgduo.shell.script.ThrowAwayRun;
import dev.pgduo.shell.script.TrustedLabs;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** pgduo for other programs: plays labs in this process, without a terminal. Its own output and log messages are discarded. */
public final class Pgduo implements AutoCloseable {
    private final Composition rooms;
    private final ServerChoice servers;
    private final ThrowAwayRun stage;

    private Pgduo(StateFiles files) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Streams streams = new Streams(Reader.nullReader(), nowhere, nowhere, false);
        this.rooms = new Composition(CurrentLab.named("default"), streams, files, Composition.Manner.USUAL);
        this.servers = DownloadedServers.choice(TransferProgress.NONE);
        this.stage = new ThrowAwayRun(servers, new Approval(new TrustedLabs(files)));
    }

    /** Opens pgduo with the state files of this user. */
    public static Pgduo open() {
        return new Pgduo(StateFiles.of(System.getenv(), System.getenv().getOrDefault("HOME", ".")));
    }

    /**
     * The servers in a list, each for {@link #plays}; one empty word for an empty list.
     *
     * @throws dev.pgduo.report.LabException when the text is no such list
     */
    public static List<String> servers(String pg) {
        return pg.isBlank() ? List.of("") : ServerList.parse(pg);
    }

    /**
     * The plays of each lab on each server, lab by lab. Missing servers are downloaded.
     *
     * @param labs files, or paths of labs of pgduo's own
     * @param pg the servers in the form of {@code --pg}: {@code 15}, {@code 9.6,13-18}; empty for the default server
     * @throws dev.pgduo.report.LabException when a server is not available, or {@code pg} names none
     */
    public List<LabPlay> plays(List<String> labs, String pg) {
        List<Target> targets = pg.isBlank()
                ? List.of(new Target(servers.choose(Optional.empty())))
                : ServerList.parse(pg).stream()
                        .map(word -> Target.named(word, servers.choose(Optional.of(word))))
                        .toList();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return labs.stream()
                .flatMap(lab ->
                        LabPlay.of(lab, targets, stage, rooms.context(nowhere).unwatched()).stream())
                .toList();
    }

    @Override
    public void close() {
        rooms.close();
    }
}
