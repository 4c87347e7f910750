package dev.pgduo.shell.screen;

import dev.pgduo.cluster.process.ShellLine;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/**
 * Output that is shown page by page when the stream is closed: by a given program, by less if it is installed, or by JLine's
 * less. Until then the output is kept in a private file, so that it may be larger than memory.
 */
public final class Pager extends FilterOutputStream {
    private static final String LESS = "less";

    private final WholeTerminal terminal;
    private final Optional<ShellLine> program;
    private final Path text;

    private Pager(WholeTerminal terminal, Optional<ShellLine> program, Path text) throws IOException {
        super(new BufferedOutputStream(Files.newOutputStream(text), 1 << 16));
        this.terminal = terminal;
        this.program = program;
        this.text = text;
    }

    /** Whether this many lines do not fit on the terminal, and the person has not switched the pager off. */
    public static boolean needed(WholeTerminal terminal, int lines) {
        int rows = terminal.rows();
        return rows > 0
                && lines >= rows
                && !"".equals(variable().map(String::strip).orElse("default"));
    }

    /** The pager that the person has set for all programs, in the environment. */
    public static Optional<ShellLine> chosen() {
        return variable().map(command -> new ShellLine(command, Path.of("").toAbsolutePath(), System.getenv()));
    }

    private static Optional<String> variable() {
        return Stream.of("PSQL_PAGER", "PAGER")
                .filter(System.getenv()::containsKey)
                .findFirst()
                .map(System.getenv()::get);
    }

    /** A pager on this terminal; without a given program, the best available one. */
    public static Pager open(WholeTerminal terminal, Optional<ShellLine> program) throws IOException {
        Optional<ShellLine> best = program.or(Pager::installed);
        return new Pager(terminal, best, Files.createTempFile("pgduo-pager", ".txt"));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /** Shows the output, and returns when the person has left the pager. */
    @Override
    public void close() throws IOException {
        try {
            super.close();
            terminal.use("the pager", "Switch it off with \\pset pager off.", this::show);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(text);
        }
    }

    private Integer show(Terminal shown) {
        try {
            if (program.isPresent()) {
                return program.get().run(text);
            }
            Less less = new Less(shown, text.toAbsolutePath().getParent());
            less.noInit = true;
            less.chopLongLines = true;
            less.run(new Source.PathSource(text, ""));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }

    /** less with useful options: colours are shown, the text stays on the screen, and wide lines can be scrolled sideways. */
    private static Optional<ShellLine> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean there = Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, LESS)));
        if (!there) {
            return Optional.empty();
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("LESS", "RXS");
        environment.putIfAbsent("LESSCHARSET", "utf-8");
        return Optional.of(new ShellLine("exec " + LESS, Path.of("").toAbsolutePath(), environment));
    }
}
