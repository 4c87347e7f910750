package dev.pgduo.session.query;

import dev.pgduo.session.host.SessionHost;
import dev.pgduo.table.ByteText;
import dev.pgduo.table.DisplayWidth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output for one text, which a pager shows when the terminal is too small for it (psql 15: {@code PageOutput});
 * closing it shows the rest.
 */
final class PagedOutput extends OutputStream {
    private static final int ALWAYS = 2;

    private final Psql psql;
    private final boolean wide;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int lines;
    private boolean off;
    private @Nullable OutputStream pager;

    /** @param wide whether a line that is wider than the terminal also requires a pager */
    PagedOutput(Psql psql, boolean wide) {
        this.psql = psql;
        this.wide = wide;
    }

    /** Whether standard output may be paged now. */
    static boolean wanted(Psql psql) {
        return psql.target().isStandard()
                && psql.settings().pager() > 0
                && psql.host().terminalRows() > 0;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (pager != null) {
            pager.write(bytes, offset, length);
            aside(bytes, offset, length);
            return;
        }
        held.write(bytes, offset, length);
        if (tooMuch(bytes, offset, length) || psql.settings().pager() == ALWAYS) {
            begin();
        }
    }

    private void begin() throws IOException {
        SessionHost host = psql.host();
        Optional<String> program = program(host.environment());
        off = program.filter(String::isBlank).isPresent();
        pager = off ? psql.target().standard() : host.pager(program.orElse(null), psql.output());
        held.writeTo(pager);
        aside(held.toByteArray(), 0, held.size());
        held.reset();
    }

    private void aside(byte[] bytes, int offset, int length) {
        if (!off) {
            psql.output().aside(bytes, offset, length);
        }
    }

    /** The value of PSQL_PAGER or PAGER; blank for no pager. */
    private static Optional<String> program(Map<String, String> environment) {
        return Stream.of("PSQL_PAGER", "PAGER")
                .filter(environment::containsKey)
                .findFirst()
                .map(environment::get);
    }

    private boolean tooMuch(byte[] bytes, int offset, int length) {
        boolean over = false;
        for (int i = offset; i < offset + length && !over; i++) {
            if (bytes[i] == '\n') {
                lines++;
                over = lines >= psql.host().terminalRows()
                        && lines >= psql.settings().pagerMinLines();
                over |= wide
                        && DisplayWidth.of(ByteText.decode(line.toByteArray()))
                                > psql.host().terminalWidth();
                line.reset();
            } else {
                line.write(bytes[i]);
            }
        }
        return over;
    }

    @Override
    public void close() throws IOException {
        if (pager == null) {
            held.writeTo(psql.target().standard());
        } else {
            pager.close();
        }
        held.reset();
    }
}
