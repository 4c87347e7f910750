package dev.pgduo.shell.pane;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.script.ReRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code record}, {@code record start} and {@code record stop}. */
public final class RecordVerbs {
    private final CurrentLab lab;
    private final Recorder recorder;
    private final ServerChoice servers;
    private final ReRun reRun;

    public RecordVerbs(CurrentLab lab, Recorder recorder, ServerChoice servers, ReRun reRun) {
        this.reRun = reRun;
        this.lab = lab;
        this.recorder = recorder;
        this.servers = servers;
    }

    @Command(
            name = {"record", "start"},
            group = "scripts",
            description = "write what happens from now on into a transcript")
    void start(
            @Argument(index = 0, description = "the transcript to write") String file,
            @Option(longName = "force", description = "replace the file when there is one") boolean force,
            PrintWriter out) {
        boolean exists = lab.exists();
        ServerBinaries server = server();
        recorder.start(
                Path.of(file).toAbsolutePath().normalize(), server.version().majorName(), force);
        out.println("recording to " + file);
        if (exists && used()) {
            out.println("HINT:  Begin with \"reset --yes\", because a script finds a new lab.");
        }
    }

    /** Whether there is anything on the lab that a new one would not have. */
    private boolean used() {
        return lab.lab().node(NodeName.A).status().status() != NodeStatus.EMPTY;
    }

    @Command(
            name = {"record", "stop"},
            group = "scripts",
            description = "end the transcript that is being written, and play it once to see whether it repeats")
    int stop(@Option(longName = "no-verify", description = "do not play it") boolean unverified, PrintWriter out) {
        String file = recorder.file().map(Path::toString).orElse("");
        int steps = recorder.stop();
        out.println("recorded " + steps + (steps == 1 ? " step" : " steps") + " to " + file);
        return unverified || steps == 0 ? ExitCode.OK : verified(file, out);
    }

    private int verified(String file, PrintWriter out) {
        out.println("playing it once on a lab of its own ...");
        out.flush();
        List<String> differences = reRun.differences(file, server());
        if (differences.isEmpty()) {
            out.println("saved: every step repeats");
            return ExitCode.OK;
        }
        differences.forEach(out::println);
        out.println(
                "HINT:  The file is written, but does not repeat. Change it, as with %ignore or %unordered above a step, or record anew.");
        return ExitCode.FAILED;
    }

    private ServerBinaries server() {
        return lab.exists() ? lab.lab().binaries() : servers.choose(Optional.empty());
    }

    @Command(name = "record", group = "scripts", description = "say whether a transcript is being written")
    void status(PrintWriter out) {
        out.println(recorder.file()
                .map(file -> "recording to " + file + ", " + recorder.steps() + " steps so far")
                .orElse("nothing is being recorded"));
    }
}
