package dev.pgduo.shell.typing;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.snapshot.ColdSnapshots;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.Suggestions.Word;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.typing.CatalogNames.Kind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names for the arguments of a lab's commands: settings with their values, slots, snapshots, files. Never waits for a
 * server.
 */
public final class LabNames {
    private final CurrentLab current;
    private final CatalogCache catalog;

    public LabNames(CurrentLab current, CatalogCache catalog) {
        this.current = current;
        this.catalog = catalog;
    }

    /** The names of settings with the primary's present values. */
    public Collection<Word> settings() {
        return names(Kind.SETTING);
    }

    /** The possible values of a setting, if it is an enumeration. */
    public Collection<Word> valuesOf(String setting) {
        return primary().map(names -> words(names.valuesOf(setting))).orElse(List.of());
    }

    /** The primary's replication slots. */
    public Collection<Word> slots() {
        return names(Kind.SLOT);
    }

    /** The lab's snapshots. */
    public Collection<Word> snapshots() {
        try {
            return lab().map(lab -> new ColdSnapshots(lab).names()).orElse(List.of()).stream()
                    .map(name -> new Word(name, ""))
                    .toList();
        } catch (LabException e) {
            return List.of();
        }
    }

    /** Files below the directory in which pgduo was started. */
    public static Collection<Word> files(String typed) {
        return FileNames.at(Path.of(""), typed).stream()
                .map(name -> new Word(name, ""))
                .toList();
    }

    private Collection<Word> names(Kind kind) {
        return primary().map(names -> words(names.of(kind))).orElse(List.of());
    }

    private static Collection<Word> words(Stream<CatalogNames.Entry> entries) {
        return entries.map(entry -> new Word(entry.name(), entry.detail())).toList();
    }

    private Optional<CatalogNames> primary() {
        return lab().map(lab -> catalog.names(
                lab.endpoint(lab.withRole(NodeStatus.RUNNING_PRIMARY).orElse(NodeName.A))));
    }

    private Optional<Lab> lab() {
        return current.opened();
    }
}
