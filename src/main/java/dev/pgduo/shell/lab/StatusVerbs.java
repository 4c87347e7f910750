package dev.pgduo.shell.lab;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabDirectories;
import dev.pgduo.lab.LabState;
import dev.pgduo.lab.LabStatus;
import dev.pgduo.shell.screen.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code status} and {@code labs}. */
public final class StatusVerbs {
    private static final List<String> COLUMNS = List.of("node", "state", "port", "pid", "timeline", "lsn");

    private final CurrentLab current;

    public StatusVerbs(CurrentLab current) {
        this.current = current;
    }

    @Command(name = "status", group = "lab", description = "show what the nodes are doing")
    void status(
            @Option(longName = "watch", description = "show it again and again until Ctrl-C") boolean watch,
            PrintWriter out) {
        if (!current.exists()) {
            out.println("there is no lab in " + current.directory() + " yet; \"up\" makes one");
            return;
        }
        show(out);
        while (watch && pause()) {
            out.println();
            show(out);
        }
    }

    @Command(name = "labs", group = "lab", description = "list the labs of this user")
    void labs(PrintWriter out) {
        LabDirectories directories =
                LabDirectories.of(System.getenv(), Path.of(System.getenv().getOrDefault("HOME", "/")));
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String name : directories.names()) {
            Path directory = directories.directory(name);
            rows.add(Arrays.asList(name, LabState.load(directory).bin().toString(), directory.toString()));
        }
        new TextTable(List.of("lab", "server", "directory")).print(rows, out);
    }

    private void show(PrintWriter out) {
        Lab lab = current.lab();
        LabStatus status = new LabStatus(lab);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (LabStatus.Row row : status.nodes()) {
            Long pid = row.pid();
            rows.add(Arrays.asList(
                    row.name().toString(),
                    row.state().toString(),
                    current.desk()
                            .naming()
                            .ports()
                            .toShown("port " + row.port())
                            .substring("port ".length()),
                    pid == null ? null : pid.toString(),
                    row.timeline(),
                    row.lsn()));
        }
        new TextTable(COLUMNS).print(rows, out);
        status.replication().ifPresent(words -> out.println("replication: " + words));
        out.flush();
    }

    private static boolean pause() {
        try {
            Thread.sleep(1000);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
