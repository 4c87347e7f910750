package dev.pgduo.session.query;

import dev.pgduo.table.ByteText;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.Format;
import dev.pgduo.table.PageWidth;
import dev.pgduo.table.PrintOptions;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the results of a psql go, and how they are laid out there: standard output, the person's pager, a file of {@code \\o}. */
public final class ResultTarget {
    private static final Logger LOG = LoggerFactory.getLogger(ResultTarget.class);

    private final Psql psql;
    private @Nullable OutputStream queryFile;
    private @Nullable OutputStream logFile;

    ResultTarget(Psql psql) {
        this.psql = psql;
    }

    /** Where query results go: standard output, or the file of {@code \o}. */
    public OutputStream stream() {
        OutputStream file = queryFile;
        return file == null ? new OutputSink(psql.output()) : file;
    }

    /** Where one table goes, in place of standard output or the file of {@code \o}; closing it leaves those open. */
    public OutputStream table() {
        PrintOptions options = options();
        boolean wide = options.format() == Format.ALIGNED || options.format() == Format.WRAPPED;
        return PagedOutput.wanted(psql)
                ? new TableOutput(
                        new PagedOutput(psql, wide && options.expanded() == Expanded.OFF), psql.cancellation())
                : table(stream());
    }

    /** Shows a long text: as it is, or by the person's pager. */
    public void page(String text) throws IOException {
        try (OutputStream target = PagedOutput.wanted(psql) ? new PagedOutput(psql, false) : table()) {
            target.write(ByteText.encode(text));
        }
    }

    /** One table's way to this file; closing it leaves the file open. */
    OutputStream table(OutputStream file) {
        return new TableOutput(new OpenOutput(file), psql.cancellation());
    }

    /** Sends results to a file or pipe from now on, or to standard output. */
    public void queryFile(@Nullable OutputStream file) {
        close(queryFile);
        queryFile = file;
    }

    /** Standard output, wherever results go. */
    public OutputStream standard() {
        return new OutputSink(psql.output());
    }

    /** Whether results go to standard output. */
    public boolean isStandard() {
        return queryFile == null;
    }

    /** The file that queries and results are also written to, or null. */
    public @Nullable OutputStream logFile() {
        return logFile;
    }

    public void logFile(@Nullable OutputStream file) {
        logFile = file;
    }

    /** The options of the query that is running. */
    public PrintOptions options() {
        PrintOptions own = psql.request().print();
        return fitted(own == null ? psql.settings().print() : own);
    }

    /** These options for a terminal of its width, where results go to one. */
    public PrintOptions fitted(PrintOptions options) {
        boolean shown = isStandard() && psql.request().target() == null;
        int width = shown ? psql.host().terminalWidth() : 0;
        return width == 0
                ? options
                : options.withWidth(new PageWidth(options.width().columns(), width));
    }

    /** Closes; as in psql, nobody is told how a program ended that the output went to. */
    public void close(@Nullable OutputStream stream) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                LOG.debug("could not close the output", e);
            }
        }
    }

    /** Hands what was printed so far to the file or program that it goes to. */
    public void flush() throws IOException {
        if (queryFile != null) {
            queryFile.flush();
        }
    }
}
