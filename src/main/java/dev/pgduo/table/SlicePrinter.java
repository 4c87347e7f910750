package dev.pgduo.table;

import java.io.IOException;
import java.io.OutputStream;

/** Cuts the rows into slices of a fixed number of rows and has each printed when it is full. */
final class SlicePrinter implements OutputPrinter {
    private final Sink sink;
    private final Intake intake;
    private final Renderer renderer;
    private final int limit;
    private final Cells cells;
    private long before;
    private boolean first = true;

    SlicePrinter(Heading heading, PrintOptions options, OutputStream stream, int limit) {
        this.sink = new Sink(stream);
        this.intake = new Intake(heading, options);
        this.renderer = Renderers.of(new Table(heading, options), sink);
        this.limit = limit;
        this.cells = new Cells(heading.columns().size());
    }

    @Override
    public void row(PackedRow row) throws IOException {
        intake.add(row, cells);
        if (cells.rows() == limit) {
            emit(false);
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
        cells.clear();
    }
}
