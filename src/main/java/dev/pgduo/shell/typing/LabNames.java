package dev.pgduo.shell.typing;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.Snapshots;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.Suggestions.Word;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.typing.CatalogNames.Kind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The names that a lab's commands take: settings with their values, slots, snapshots, files. Never waits for a server. */
public final class LabNames {
    private final Supplier<CurrentLab> current;
    private final CatalogCache catalog;

    public LabNames(Supplier<CurrentLab> current, CatalogCache catalog) {
        this.current = current;
        this.catalog = catalog;
    }

    /** Names of settings with the values that the primary has now. */
    public Collection<Word> settings() {
        return names(Kind.SETTING);
    }

    /** The primary's replication slots. */
    public Collection<Word> slots() {
        return names(Kind.SLOT);
    }

    /** The lab's snapshots. */
    public Collection<Word> snapshots() {
        try {
            return lab().map(lab -> new Snapshots(lab).names()).orElse(List.of()).stream()
                    .map(name -> new Word(name, ""))
                    .toList();
        } catch (LabException e) {
            return List.of();
        }
    }

    /** Files below the directory that pgduo was started in. */
    public static Collection<Word> files(String typed) {
        return FileNames.at(Path.of(""), typed).stream()
                .map(name -> new Word(name, ""))
                .toList();
    }

    private Collection<Word> names(Kind kind) {
        Optional<Lab> lab = lab();
        if (lab.isEmpty()) {
            return List.of();
        }
        NodeName node = lab.get().withRole(NodeStatus.RUNNING_PRIMARY).orElse(NodeName.A);
        return catalog.names(lab.get().endpoint(node))
                .of(kind)
                .map(entry -> new Word(entry.name(), entry.detail()))
                .toList();
    }

    private Optional<Lab> lab() {
        return current.get().opened();
    }
}
