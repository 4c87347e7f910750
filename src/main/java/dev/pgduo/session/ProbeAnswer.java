package dev.pgduo.session;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.Field;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one small answer as text. */
final class ProbeAnswer implements ResponseHandler {
    private final List<String> columns = new ArrayList<>();
    private final List<List<@Nullable String>> rows = new ArrayList<>();
    private @Nullable ServerMessage error;

    /** The complete answer; throws the server's error as an exception. */
    Probe.Answer answer() {
        ServerMessage failure = error;
        if (failure != null) {
            throw new LabException(ErrorReport.error(failure.message())
                    .detail(failure.field('D'))
                    .hint(failure.field('H')));
        }
        return new Probe.Answer(columns, rows);
    }

    @Override
    public void fields(List<Field> fields) {
        columns.clear();
        fields.forEach(field -> columns.add(field.name()));
        rows.clear();
    }

    @Override
    public void row(byte[] @Nullable [] values) {
        List<@Nullable String> row = new ArrayList<>(values.length);
        for (byte[] value : values) {
            row.add(value == null ? null : new String(value, StandardCharsets.UTF_8));
        }
        rows.add(row);
    }

    @Override
    public void complete(String tag) {}

    @Override
    public void error(ServerMessage message) {
        error = message;
    }

    @Override
    public void notice(ServerMessage notice) {}
}
