package dev.pgduo.shell.pane;

import dev.pgduo.lab.os.Naming;
import dev.pgduo.replay.LabNaming;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.write.TranscriptBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens at the prompts into a lab file, step by step, so that nothing is lost when pgduo is killed. The lab's
 * paths and ports are replaced by the reference lab's. Safe for use by several threads.
 */
public final class Recorder implements RecordingListener {
    /** Commands that a script must not contain, at the lab's prompt or with a backslash in a session. */
    private static final Set<String> LEFT_OUT =
            Set.of("record", "psql", "sh", "play", "verify", "present", "labs", "destroy");

    /** Further ones at the lab's prompt; in a session they are psql's commands. */
    private static final Set<String> LEFT_OUT_AT_LAB = Set.of("help", "exit", "quit", "\\q");

    /** A command of the lab, typed in a session. */
    private static final Pattern IN_SESSION = Pattern.compile("(?s)\\s*\\\\(?<command>[a-z].*)");

    /** A command that needs a terminal; it reports a shell line with the same effect. */
    private static final String EDIT = "conf edit";

    /**
     * Commands whose output depends on the author's lab: on its client authentication and, if the lab existed before, on what
     * they had to remove.
     */
    private static final Set<String> MAKERS = Set.of("new", "up", "reset");

    /** Lines of their output with the author's directory, programs, user and ports. */
    private static final Pattern PLACE = Pattern.compile("lab in /.*|PostgreSQL \\S+ in /.*");

    /** The call of {@code initdb} in a lab with a password; a lab file's lab shows none. */
    private static final Pattern PASSWORD = Pattern.compile("(  \\S+ initdb .*) -A \\S+ -W\\b");

    private final CurrentLab lab;
    private @Nullable Recording recording;

    /** A recorder for this lab. */
    public Recorder(CurrentLab lab) {
        this.lab = lab;
    }

    /** A file that is being written. */
    private static final class Recording {
        private final Path file;
        private final Header header;
        private final TranscriptBuilder builder;
        private int written;
        private int steps;

        Recording(Path file, Header header, String head) {
            this.file = file;
            this.header = header;
            this.builder = new TranscriptBuilder(header, head);
        }
    }

    /**
     * Begins a lab file.
     *
     * @param major the server's major, for the front matter
     * @param force whether an existing file is replaced
     */
    public synchronized void start(Path file, String major, boolean force) {
        Recording other = recording;
        if (other != null) {
            throw LabException.of(
                    "\"" + other.file + "\" is being recorded already", "End it first with \"record stop\".");
        }
        String head = "---\ntitle: " + quoted(title(file)) + "\npostgres: \"" + major + "\"\n---\n\n";
        write(
                file,
                head,
                force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        Recording begun = new Recording(file, Header.defaults(), head);
        begun.written = head.length();
        recording = begun;
    }

    /** Ends the lab file; returns the number of its steps. */
    public synchronized int stop() {
        Recording ended = recording;
        if (ended == null) {
            throw LabException.of("nothing is being recorded", "Begin with \"record start FILE\".");
        }
        recording = null;
        return ended.steps;
    }

    /** The file that is being written; empty when there is none. */
    public synchronized Optional<Path> file() {
        return Optional.ofNullable(recording).map(r -> r.file);
    }

    /** The number of steps so far. */
    public synchronized int steps() {
        return recording == null ? 0 : recording.steps;
    }

    @Override
    public synchronized boolean open() {
        return recording != null;
    }

    @Override
    public void lab(String command, List<String> output) {
        String first = command.split("\\s+", 2)[0];
        if (!LEFT_OUT_AT_LAB.contains(first) && !leftOut(command)) {
            boolean makes = MAKERS.contains(first);
            boolean made = makes && output.stream().anyMatch(line -> line.startsWith("lab in /"));
            List<String> repeated = output.stream()
                    .filter(line -> !makes || !PLACE.matcher(line).matches())
                    .toList();
            step(r -> (makes && !made ? r.builder.ignore() : r.builder)
                    .lab(shown(r, command), shown(r, withoutPassword(repeated))));
        }
    }

    private static List<String> withoutPassword(List<String> output) {
        return output.stream()
                .map(line -> PASSWORD.matcher(line).replaceFirst("$1 -A trust"))
                .toList();
    }

    private static boolean leftOut(String command) {
        String words = command.strip().replaceAll("\\s+", " ");
        return LEFT_OUT.contains(words.split("[ ;]", 2)[0]) || words.startsWith(EDIT);
    }

    @Override
    public void os(String prompt, String line, List<String> output) {
        step(r -> r.header.nodes().stream()
                .filter(node -> node.prompt().equals(prompt.strip()))
                .findFirst()
                .ifPresent(node -> os(r, node, line, output)));
    }

    private void os(Recording r, NodeHeader node, String line, List<String> output) {
        r.builder.os(node, shown(r, line), shown(r, output));
    }

    @Override
    public void opened(int session, String psql) {
        step(r -> r.builder.open(session, shown(r, psql)));
    }

    @Override
    public void sql(int session, String input, List<String> output) {
        Matcher command = IN_SESSION.matcher(input);
        if (!command.matches()) {
            step(r -> r.builder.sql(session, shown(r, input), shown(r, output)));
        } else if (!leftOut(command.group("command"))) {
            step(r -> r.builder.sql(session, shown(r, input), shown(r, withoutPassword(output))));
        }
    }

    @Override
    public void canceled(int session, String input) {
        step(r -> r.builder.note("Here this statement of session " + session + " was canceled: " + input));
    }

    @Override
    public void asked(int session, String input) {
        step(r -> r.builder.note("Here session " + session + " asked for an answer: " + input));
    }

    @Override
    public void late(int session, List<String> output) {
        if (!output.isEmpty()) {
            step(r -> r.builder.late(session, shown(r, output)));
        }
    }

    private synchronized void step(Consumer<Recording> writer) {
        Recording now = recording;
        if (now == null) {
            return;
        }
        writer.accept(now);
        String all = now.builder.text();
        if (all.length() == now.written) {
            return;
        }
        try {
            write(now.file, all.substring(now.written), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (LabException e) {
            recording = null;
            throw e;
        }
        now.written = all.length();
        now.steps++;
    }

    private static void write(Path file, String text, OpenOption... options) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), options);
        } catch (FileAlreadyExistsException e) {
            throw new LabException(
                    ErrorReport.error("file \"" + file + "\" already exists")
                            .hint("Take another name, or replace it with --force."),
                    e);
        } catch (NoSuchFileException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": No such file or directory"), e);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    private String shown(Recording r, String text) {
        return naming(r).toShown(text);
    }

    private List<String> shown(Recording r, List<String> lines) {
        return naming(r).toShown(lines);
    }

    private Naming naming(Recording r) {
        return lab.exists() ? LabNaming.of(r.header, lab.lab()) : Naming.plain();
    }

    private static String title(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(".lab") ? name.substring(0, name.length() - ".lab".length()) : name;
        return stem.isBlank() ? name : stem;
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' ? String.format("\\x%02x", c) : ("\"\\".indexOf(c) < 0 ? "" : "\\") + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
