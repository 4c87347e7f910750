package dev.pgduo.shell.psql;

import dev.pgduo.session.prompt.PromptText;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Source;
import dev.pgduo.session.query.StreamSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a person types at psql's prompts, line by line. */
final class TypedLines implements Source {
    private final Psql psql;
    private final StandardOutput output;
    private final StreamSource input;

    TypedLines(Psql psql, StandardOutput output, StreamSource input) {
        this.psql = psql;
        this.output = output;
        this.input = input;
    }

    @Override
    public byte @Nullable [] line() throws IOException {
        output.out(PromptText.next(psql));
        output.flush();
        byte[] line = input.line();
        if (line == null) {
            output.out(psql.settings().quiet() ? "\n" : "\\q\n");
        }
        return line;
    }

    @Override
    public int read(byte[] target) throws IOException {
        return input.read(target);
    }
}
