package dev.pgduo.shell.lab;

import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.cluster.process.ShellLine;
import dev.pgduo.lab.session.PersonTerminal;
import dev.pgduo.shell.screen.Pager;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.transcript.write.TranscriptBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;

/** The terminal of the prompts. */
record PaneTerminal(WholeTerminal terminal) implements PersonTerminal {
    @Override
    public int columns(int session) {
        return Math.max(
                0, terminal.columns() - TranscriptBuilder.prefix(session).text().length());
    }

    @Override
    public int rows() {
        return terminal.rows();
    }

    @Override
    public OptionalInt run(ShellLine line) throws IOException {
        try {
            return OptionalInt.of(terminal.use("the editor", "Type the statement instead.", shown -> exitCode(line)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int exitCode(ShellLine line) {
        try {
            return line.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<OutputStream> pager(Optional<ShellLine> program) throws IOException {
        return Optional.of(Pager.open(terminal, program));
    }

    @Override
    public Optional<PseudoTerminal> pseudoTerminal() {
        return terminal.pseudoTerminal();
    }
}
