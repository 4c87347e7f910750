package dev.pgduo.shell.lab;

import dev.pgduo.lab.Snapshots;
import java.io.PrintWriter;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;

/** {@code snapshot save|restore|list}. */
public final class SnapshotVerbs {
    private final CurrentLab current;

    public SnapshotVerbs(CurrentLab current) {
        this.current = current;
    }

    @Command(
            name = {"snapshot", "save"},
            group = "lab",
            description = "keep a copy of both nodes; running nodes are stopped for it")
    void save(@Argument(index = 0, description = "the snapshot's name") String name, PrintWriter out) {
        new Snapshots(current.lab()).save(name);
        out.println("snapshot \"" + name + "\" saved");
    }

    @Command(
            name = {"snapshot", "restore"},
            group = "lab",
            description = "put both nodes back as they were")
    void restore(@Argument(index = 0, description = "the snapshot's name") String name, PrintWriter out) {
        new Snapshots(current.lab()).restore(name);
        current.desk().wrote();
        out.println("snapshot \"" + name + "\" restored");
    }

    @Command(
            name = {"snapshot", "list"},
            group = "lab",
            description = "list the snapshots")
    void list(PrintWriter out) {
        new Snapshots(current.lab()).names().forEach(out::println);
    }
}
