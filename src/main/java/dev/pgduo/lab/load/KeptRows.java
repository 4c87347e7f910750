package dev.pgduo.lab.load;

import dev.pgduo.wire.Field;
import dev.pgduo.wire.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receives the rows of a statement, and makes variables of them. For one answer. */
final class KeptRows implements Heard {
    private final List<Result> results = new ArrayList<>();
    private Result current = new Result(List.of());
    private @Nullable ServerMessage error;

    private static final class Result {
        private final List<Field> fields;
        private int rows;
        private byte[] @Nullable [] last = new byte[0][];

        Result(List<Field> fields) {
            this.fields = fields;
        }
    }

    @Override
    public Optional<ServerMessage> error() {
        return Optional.ofNullable(error);
    }

    @Override
    public void fields(List<Field> fields) {
        current = new Result(fields);
    }

    @Override
    public void row(byte[] @Nullable [] values) {
        current.rows++;
        current.last = values;
    }

    @Override
    public void complete(String tag) {
        results.add(current);
        current = new Result(List.of());
    }

    @Override
    public void error(ServerMessage message) {
        error = message;
    }

    @Override
    public void notice(ServerMessage notice) {}

    /**
     * Sets the variables.
     *
     * @throws ScriptError when the number of rows is wrong, or a column's name cannot be a variable's
     */
    void store(Keep keep, Values values) {
        int last = results.size() - 1;
        if (keep.which() == Keep.Which.LAST && last >= 0) {
            Result result = results.get(last);
            if (result.rows != 1) {
                throw new ScriptError("query " + last + ": expected one row, got " + result.rows);
            }
            store(result, last, keep, values);
        } else if (keep.which() == Keep.Which.ALL) {
            for (int i = 0; i <= last; i++) {
                if (results.get(i).rows > 0) {
                    store(results.get(i), i, keep, values);
                }
            }
        }
    }

    private static void store(Result result, int number, Keep keep, Values values) {
        String word = keep.which() == Keep.Which.ALL ? "aset" : "gset";
        for (int i = 0; i < result.fields.size(); i++) {
            String name = keep.prefix() + result.fields.get(i).name();
            if (!name.matches("[\\w\\x{80}-\\x{10FFFF}]+")) {
                throw new ScriptError(word + ": invalid variable name: \"" + name + "\"\nquery " + number
                        + ": error storing into variable " + name);
            }
            byte[] value = result.last[i];
            values.set(name, value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
    }
}
