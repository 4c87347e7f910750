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

/** The destination and the layout of a psql's results: standard output, a pager, or the file of {@code \\o}. */
public final class ResultTarget {
    private static final Logger LOG = LoggerFactory.getLogger(ResultTarget.class);

    private final Psql psql;
    private @Nullable OutputStream queryFile;
    private @Nullable OutputStream logFile;

    ResultTarget(Psql psql) {
        this.psql = psql;
    }

    /** The destination of query results: standard output, or the file of {@code \o}. */
    public OutputStream stream() {
        OutputStream file = queryFile;
        return file == null ? new OutputSink(psql.output()) : file;
    }

    /** The destination for one table instead of standard output or the file of {@code \o}; closing it leaves these open. */
    public OutputStream table() {
        PrintOptions options = options();
        boolean wide = options.format() == Format.ALIGNED || options.format() == Format.WRAPPED;
        return PagedOutput.wanted(psql)
                ? new TableOutput(
                        new PagedOutput(psql, wide && options.expanded() == Expanded.OFF), psql.cancellation())
                : table(stream());
    }

    /** Prints a long text, directly or through a pager. */
    public void page(String text) throws IOException {
        try (OutputStream target = PagedOutput.wanted(psql) ? new PagedOutput(psql, false) : table()) {
            target.write(ByteText.encode(text));
        }
    }

    /** The destination for one table in this file; closing it leaves the file open. */
    OutputStream table(OutputStream file) {
        return new TableOutput(new OpenOutput(file), psql.cancellation());
    }

    /** Sends results to a file or pipe from now on, or to standard output. */
    public void queryFile(@Nullable OutputStream file) {
        close(queryFile);
        queryFile = file;
    }

    /** Standard output, whatever the destination of results is. */
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

    /** The print options for the running query. */
    public PrintOptions options() {
        PrintOptions own = psql.request().print();
        return fitted(own == null ? psql.settings().print() : own);
    }

    /** The options with the terminal's width, if results are printed on one. */
    public PrintOptions fitted(PrintOptions options) {
        boolean shown = isStandard() && psql.request().target() == null;
        int width = shown ? psql.host().terminalWidth() : 0;
        return width == 0
                ? options
                : options.withWidth(new PageWidth(options.width().columns(), width));
    }

    /** Closes a stream; as in psql, the exit code of a program is not reported. */
    public void close(@Nullable OutputStream stream) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                LOG.debug("could not close the output", e);
            }
        }
    }

    /** Flushes the file or program to which results are sent. */
    public void flush() throws IOException {
        if (queryFile != null) {
            queryFile.flush();
        }
    }
}
