package dev.pgduo.shell.psql;

import dev.pgduo.session.prompt.PromptText;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Source;
import dev.pgduo.session.query.StreamSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** The lines that a person types at psql's prompts. */
final class TypedLines implements Source {
    private final Psql psql;
    private final StandardOutput output;
    private final StreamSource input;
    private final LineInput lines;
    private final Interrupts interrupts;
    private int ends;
    private boolean copying;

    TypedLines(Psql psql, StandardOutput output, StreamSource input, LineInput lines, Interrupts interrupts) {
        this.psql = psql;
        this.output = output;
        this.input = input;
        this.lines = lines;
        this.interrupts = interrupts;
    }

    @Override
    public byte @Nullable [] line() throws IOException {
        byte[] line = prompted();
        while (line == null && !copying && ++ends < psql.variables().number("IGNOREEOF")) {
            output.out(psql.settings().quiet() ? "" : "Use \"\\q\" to leave psql.\n");
            line = prompted();
        }
        if (line == null && !copying) {
            output.out(psql.settings().quiet() ? "\n" : "\\q\n");
        } else {
            ends = 0;
        }
        return line;
    }

    private byte @Nullable [] prompted() throws IOException {
        while (true) {
            try {
                return lines.line(copying ? PromptText.copy(psql) : PromptText.next(psql));
            } catch (InterruptedIOException e) {
                if (copying) {
                    throw e;
                }
                interrupts.forget();
            }
        }
    }

    @Override
    public int read(byte[] target) throws IOException {
        return input.read(target);
    }

    @Override
    public void copying(boolean on) {
        copying = on;
    }
}
