package dev.pgduo.shell.pane;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.script.ReRun;
import dev.pgduo.transcript.model.Header;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code record}, {@code record start} and {@code record stop}. */
public final class RecordCommands {
    private final Recorder recorder;
    private final ServerChoice servers;
    private final ReRun reRun;

    public RecordCommands(Recorder recorder, ServerChoice servers, ReRun reRun) {
        this.reRun = reRun;
        this.recorder = recorder;
        this.servers = servers;
    }

    @Command(
            name = {"record", "start"},
            group = "files",
            description = "record what is typed and printed from now on as a lab")
    void start(
            @Argument(index = 0, description = "the lab file to write") String file,
            @Option(longName = "force", description = "replace an existing file") boolean force,
            LabContext context) {
        typed(context);
        boolean exists = context.work().exists();
        ServerBinaries server = server(context);
        recorder.start(
                Path.of(file).toAbsolutePath().normalize(), server.version().majorName(), force);
        context.out().println("recording to " + file);
        if (exists && used(context)) {
            context.out().println("HINT:  Begin with \"reset --yes\" at lab>, because a play starts with new servers.");
        }
    }

    /** Refuses to record a lab file that is being played. */
    private static void typed(LabContext context) {
        if (context.audience().front().isEmpty()) {
            throw LabException.of("cannot record the lab that is played", "It is a lab file already.");
        }
    }

    /** Whether the lab is in another state than a new one. */
    private static boolean used(LabContext context) {
        return context.lab().node(NodeName.A).status().status() != NodeStatus.EMPTY;
    }

    @Command(
            name = {"record", "stop"},
            group = "files",
            description = "end the recording, and play it once to check that it repeats")
    int stop(@Option(longName = "no-verify", description = "do not play it") boolean unverified, LabContext context) {
        typed(context);
        String file = recorder.file().map(RecordCommands::shown).orElse("");
        int steps = recorder.stop();
        context.out().println("recorded " + steps + (steps == 1 ? " step" : " steps") + " to " + file);
        return unverified || steps == 0 ? ExitCode.OK : verified(file, context);
    }

    /** The name of a file for messages, relative to the directory in which pgduo was started where possible. */
    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }

    private int verified(String file, LabContext context) {
        context.out().println("playing it once on temporary servers ...");
        context.out().flush();
        List<String> differences = reRun.differences(file, server(context), context, ports(context));
        if (differences.isEmpty()) {
            context.out().println("saved: every step repeats");
            context.out().println("HINT:  Set \"postgres:\" in it, then \"verify --pg 14-18 FILE\".");
            return ExitCode.OK;
        }
        differences.forEach(context.out()::println);
        context.out()
                .println(
                        "HINT:  The file is written, but does not repeat. Change it, as with %ignore or %unordered above a step, or record anew.");
        return ExitCode.FAILED;
    }

    /** The lab's real ports, and the lab file's ports for them. */
    private static Map<Integer, Integer> ports(LabContext context) {
        Map<Integer, Integer> shown = new TreeMap<>();
        if (context.work().exists()) {
            Header.defaults()
                    .nodes()
                    .forEach(node -> shown.put(context.lab().port(NodeName.parse(node.name())), node.port()));
        }
        return shown;
    }

    private ServerBinaries server(LabContext context) {
        return context.work().exists() ? context.lab().binaries() : servers.choose(Optional.empty());
    }

    @Command(name = "record", group = "files", description = "show whether a lab is being recorded")
    void status(LabContext context) {
        context.out()
                .println(recorder.file()
                        .map(file -> "recording to " + shown(file) + ", " + recorder.steps() + " steps so far")
                        .orElse("nothing is being recorded"));
    }
}
