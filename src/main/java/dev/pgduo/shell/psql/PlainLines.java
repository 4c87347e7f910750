package dev.pgduo.shell.psql;

import dev.pgduo.session.query.StreamSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines as the terminal in line mode delivers them ({@code psql -n}). */
record PlainLines(StandardOutput output, StreamSource input, Interrupts interrupts) implements LineInput {
    @Override
    public byte @Nullable [] line(String prompt) throws IOException {
        output.out(prompt);
        output.flush();
        interrupts.reading(true);
        try {
            return input.line();
        } finally {
            interrupts.reading(false);
        }
    }

    @Override
    public void close() {}
}
