package dev.pgduo.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the rows into slices of a fixed number of rows and has each printed when it is full. */
final class SlicePrinter implements OutputPrinter {
    private final Sink sink;
    private final Intake intake;
    private final Renderer renderer;
    private final int columns;
    private final int limit;
    private Cells cells;
    private long before;
    private boolean first = true;

    SlicePrinter(Heading heading, PrintOptions options, OutputStream stream, int limit) {
        this.sink = new Sink(stream);
        this.intake = new Intake(heading, options);
        this.renderer = Renderers.of(new Table(heading, options), sink);
        this.columns = heading.columns().size();
        this.limit = limit;
        this.cells = new Cells(columns);
    }

    @Override
    public void rows(List<byte[] @Nullable []> rows) throws IOException {
        for (byte[][] row : rows) {
            cells.add(intake.row(row));
            if (cells.rows() == limit) {
                emit(false);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        sink.flush();
    }

    @Override
    public void finish() throws IOException {
        emit(true);
        sink.flush();
    }

    private void emit(boolean last) throws IOException {
        renderer.print(new Slice(cells, first, last, before));
        before += cells.rows();
        first = false;
        cells = new Cells(columns);
    }
}
