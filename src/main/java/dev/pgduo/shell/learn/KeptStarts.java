package dev.pgduo.shell.learn;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.files.CacheDirectory;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.lab.place.LabHome;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.lab.snapshot.CrashSnapshots;
import dev.pgduo.lab.snapshot.LabMarks;
import dev.pgduo.lab.snapshot.SessionMemory;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.ProgramVersion;
import dev.pgduo.shell.stage.Presentation;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of a student's lab at the starts of its sections, in the user's cache. They are valid for one form of the lab file,
 * one server version and one version of pgduo, and only for a lab with the same directory, ports and password. The oldest ones
 * are removed.
 *
 * @param directory the directory of this lab's copies, with one for each step
 */
record KeptStarts(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptStarts.class);
    private static final String FILE = "start.properties";
    private static final String NODES = "nodes";
    private static final String SEPARATOR = "\t";
    /** The number of copies; one is about 100 MB. */
    private static final int MOST = 10;

    private static final int MOST_OF_A_LAB = 3;

    /**
     * The copy at a section's start.
     *
     * @param step the index of the next step
     * @param line that step's line in the file
     */
    record Start(int step, int line, LabHome home, Presentation.Mark mark) {}

    static KeptStarts of(Transcript transcript, ServerVersion server) {
        String what = transcript.text().expanded() + "\n"
                + transcript.header().run().variant() + "\n" + server + "\n" + ProgramVersion.text();
        return new KeptStarts(
                CacheDirectory.own(System.getenv()).resolve("learning").resolve(hash(what)));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps a copy, unless the ports of the lab are not consecutive, or a load or fault is active. */
    void keep(int step, int line, Lab lab, Presentation.Mark mark) {
        LabHome home = new LabHome(
                lab.directory(),
                lab.state().port(NodeName.A).number(),
                lab.state().password());
        if (!mark.place().moment().still() || !home.isOf(lab.directory(), lab.state())) {
            return;
        }
        Path draft = directory.resolve("." + step);
        try {
            FileTree.remove(draft);
            PrivateFiles.directory(draft);
            DataCopy.clone(mark.place().moment().directory(), draft.resolve(NODES));
            AtomicFile.write(draft.resolve(FILE), text(line, home, mark), file -> {});
            FileTree.remove(directory.resolve(Integer.toString(step)));
            Files.move(draft, directory.resolve(Integer.toString(step)));
            tidy();
        } catch (IOException | LabException e) {
            // Continuing with the lab is possible; a later start of the section takes longer.
            LOG.warn("could not keep a section's start in {}", directory, e);
            FileTree.remove(draft);
        }
    }

    private static String text(int line, LabHome home, Presentation.Mark mark) throws IOException {
        Properties entries = new Properties();
        entries.setProperty("line", Integer.toString(line));
        entries.setProperty("directory", home.directory().toString());
        entries.setProperty("port", Integer.toString(home.port()));
        entries.setProperty("password", home.password());
        mark.place()
                .moment()
                .running()
                .forEach((node, runs) -> entries.setProperty("running." + node, runs.toString()));
        mark.captures().values().forEach((name, value) -> entries.setProperty("capture." + name, value));
        for (SessionMemory.Open open : mark.place().sessions().open()) {
            entries.setProperty("session." + open.number(), String.join(SEPARATOR, open.words()));
        }
        List<SessionMemory.Habit> habits = mark.place().sessions().habits();
        for (int i = 0; i < habits.size(); i++) {
            entries.setProperty(
                    String.format(Locale.ROOT, "habit.%06d", i),
                    habits.get(i).session() + SEPARATOR + habits.get(i).input());
        }
        StringWriter text = new StringWriter();
        entries.store(text, null);
        return text.toString();
    }

    /** The last copy at or before a line of the file. */
    Optional<Start> before(int line) {
        return steps().stream()
                .flatMap(step -> read(step).stream())
                .filter(start -> start.line() <= line)
                .max(Comparator.comparingInt(Start::step));
    }

    /** Removes all copies. */
    void forget() {
        FileTree.remove(directory);
    }

    private List<Integer> steps() {
        try {
            return FileTree.entries(directory).stream()
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException e) {
            LOG.warn("could not look into {}", directory, e);
            return List.of();
        }
    }

    /** Reads a copy; empty for one that is incomplete or has another format. */
    private Optional<Start> read(int step) {
        Path start = directory.resolve(Integer.toString(step));
        try {
            Properties entries = new Properties();
            entries.load(new StringReader(Files.readString(start.resolve(FILE), StandardCharsets.UTF_8)));
            LabHome home = new LabHome(
                    Path.of(entries.getProperty("directory", "")),
                    Integer.parseInt(entries.getProperty("port", "")),
                    entries.getProperty("password", ""));
            Map<NodeName, Boolean> running = new EnumMap<>(NodeName.class);
            for (NodeName node : NodeName.values()) {
                running.put(node, Boolean.valueOf(entries.getProperty("running." + node, "")));
            }
            LabMarks.Mark place =
                    new LabMarks.Mark(CrashSnapshots.Moment.kept(start.resolve(NODES), running), sessions(entries));
            return Optional.of(new Start(
                    step,
                    Integer.parseInt(entries.getProperty("line", "")),
                    home,
                    new Presentation.Mark(place, captures(entries))));
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("{} is no start of a section", start, e);
            return Optional.empty();
        }
    }

    private static Captures captures(Properties entries) {
        Captures captures = Captures.none();
        for (Map.Entry<String, String> entry : below(entries, "capture.").entrySet()) {
            captures = captures.with(entry.getKey(), entry.getValue());
        }
        return captures;
    }

    private static SessionMemory sessions(Properties entries) {
        List<SessionMemory.Open> open = new ArrayList<>();
        below(entries, "session.")
                .forEach((number, words) -> open.add(
                        new SessionMemory.Open(Integer.parseInt(number), List.of(words.split(SEPARATOR, -1)))));
        List<SessionMemory.Habit> habits = new ArrayList<>();
        below(entries, "habit.").values().forEach(habit -> {
            String[] parts = habit.split(SEPARATOR, 2);
            habits.add(new SessionMemory.Habit(Integer.parseInt(parts[0]), parts[1]));
        });
        return new SessionMemory(open, habits);
    }

    private static Map<String, String> below(Properties entries, String prefix) {
        Map<String, String> found = new TreeMap<>();
        entries.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(name.substring(prefix.length()), entries.getProperty(name)));
        return found;
    }

    /** Removes the oldest copies. */
    private void tidy() throws IOException {
        List<Path> own = byAge(FileTree.entries(directory));
        own.stream().skip(MOST_OF_A_LAB).forEach(FileTree::remove);
        List<Path> all = new ArrayList<>();
        Path labs = directory.getParent();
        for (Path lab : labs == null ? List.<Path>of() : FileTree.entries(labs)) {
            all.addAll(FileTree.entries(lab));
        }
        byAge(all).stream().skip(MOST).forEach(FileTree::remove);
        for (Path lab : labs == null ? List.<Path>of() : FileTree.entries(labs)) {
            if (FileTree.entries(lab).isEmpty()) {
                FileTree.remove(lab);
            }
        }
    }

    private static List<Path> byAge(List<Path> starts) {
        return starts.stream()
                .filter(start -> !String.valueOf(start.getFileName()).startsWith("."))
                .sorted(Comparator.comparing(KeptStarts::age).reversed())
                .toList();
    }

    private static FileTime age(Path start) {
        try {
            return Files.getLastModifiedTime(start);
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at " + start, e);
        }
    }
}
