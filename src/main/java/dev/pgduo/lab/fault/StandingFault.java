package dev.pgduo.lab.fault;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.files.OwnFiles;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * An active fault: a file in the lab's directory, so that another pgduo finds it.
 *
 * @param directory of all active faults of the lab
 * @param notes what the fault has recorded, and its arguments
 */
public record StandingFault(Path directory, String name, NodeName node, Map<String, String> notes) {
    private static final String SUFFIX = ".properties";
    private static final String NAME = "name";
    private static final String NODE = "node";

    public StandingFault {
        notes = Map.copyOf(notes);
    }

    /** The directory of a lab's active faults. */
    public static Path directory(Path lab) {
        return lab.resolve("faults");
    }

    /** The active faults of a lab, by name; a file that cannot be read is ignored. */
    public static List<StandingFault> of(Path lab) {
        Path directory = directory(lab);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try {
            List<StandingFault> found = new ArrayList<>();
            for (Path file : FileTree.entries(directory).stream().sorted().toList()) {
                if (String.valueOf(file.getFileName()).endsWith(SUFFIX)) {
                    read(directory, file).ifPresent(found::add);
                }
            }
            return found;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read directory \"" + directory + "\": " + FailureReason.of(e)), e);
        }
    }

    private static Optional<StandingFault> read(Path directory, Path file) {
        Properties entries = new Properties();
        try {
            OwnFiles.requireFile(file, OwnFiles.user());
            try (Reader reader = Files.newBufferedReader(file)) {
                entries.load(reader);
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        Map<String, String> notes = new TreeMap<>();
        entries.stringPropertyNames().forEach(key -> notes.put(key, entries.getProperty(key)));
        String name = String.valueOf(notes.remove(NAME));
        return NodeName.find(String.valueOf(notes.remove(NODE)))
                .map(node -> new StandingFault(directory, name, node, notes));
    }

    /** The fault and its node, for messages: {@code kill a}. */
    public String words() {
        return name + " " + node;
    }

    /** The same fault with one more note, which is written to disk. */
    StandingFault with(String key, String value) {
        Map<String, String> more = new TreeMap<>(notes);
        more.put(key, value);
        StandingFault next = new StandingFault(directory, name, node, more);
        next.save();
        return next;
    }

    /** Writes its file. */
    public void save() {
        Properties entries = new Properties();
        entries.putAll(notes);
        entries.setProperty(NAME, name);
        entries.setProperty(NODE, node.toString());
        StringWriter text = new StringWriter();
        try {
            entries.store(text, null);
            PrivateFiles.directory(directory);
            AtomicFile.write(file(), text.toString(), draft -> {});
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file() + "\": " + FailureReason.of(e)), e);
        }
    }

    /** Whether its file exists. */
    public boolean exists() {
        return Files.exists(file());
    }

    /** Removes its file. */
    public void forget() {
        try {
            Files.deleteIfExists(file());
            FileTree.remove(kept());
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not remove file \"" + file() + "\": " + FailureReason.of(e)), e);
        }
    }

    /** The directory for files that the fault keeps until it is healed. */
    Path kept() {
        return directory.resolve(name + "-" + node);
    }

    private Path file() {
        return directory.resolve(name + "-" + node + SUFFIX);
    }
}
