package dev.pgduo.shell.lab;

import dev.pgduo.lab.pair.Amount;
import dev.pgduo.lab.pair.ReplicationState;
import dev.pgduo.lab.watch.LagHistory.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Draws the lag of the last minutes: bytes that were not sent, not flushed and not replayed, the newest at the right. */
final class LagChart {
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";
    private static final int HEIGHT = 3;
    private static final int LABEL = 20;
    private static final int[] SECONDS_A_COLUMN = {1, 2, 5, 10, 30};

    private final List<Sample> samples;
    private final int columns;
    private final long now;
    private final int step;

    /**
     * A chart of these samples.
     *
     * @param width of the terminal
     * @param now the present time as {@link System#nanoTime()}
     */
    LagChart(List<Sample> samples, int width, long now) {
        this.samples = List.copyOf(samples);
        this.columns = Math.max(10, width - LABEL - 1);
        this.now = now;
        long age = samples.isEmpty() ? 0 : seconds(samples.get(0));
        this.step = Arrays.stream(SECONDS_A_COLUMN)
                .filter(seconds -> age / seconds < columns)
                .findFirst()
                .orElse(SECONDS_A_COLUMN[SECONDS_A_COLUMN.length - 1]);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(LABEL) + "one column is " + step + " s, the newest at the right");
        series("not sent", ReplicationState.Sender::sent, lines);
        series("not flushed", ReplicationState.Sender::flush, lines);
        series("not replayed", ReplicationState.Sender::replay, lines);
        return lines;
    }

    private void series(String name, ToLongFunction<ReplicationState.Sender> value, List<String> lines) {
        long[] most = new long[columns];
        Arrays.fill(most, -1);
        for (Sample sample : samples) {
            int column = columns - 1 - (int) (seconds(sample) / step);
            if (column >= 0) {
                most[column] = Math.max(most[column], value.applyAsLong(sample.lag()));
            }
        }
        long top = Math.max(1, Arrays.stream(most).max().orElse(1));
        long last = samples.isEmpty()
                ? 0
                : value.applyAsLong(samples.get(samples.size() - 1).lag());
        String[] labels = {name, "now  " + Amount.bytes(last), "most " + Amount.bytes(top == 1 ? 0 : top)};
        for (int row = 0; row < HEIGHT; row++) {
            StringBuilder line = new StringBuilder(labels[row]);
            line.append(" ".repeat(LABEL - line.length()));
            for (long bytes : most) {
                line.append(level(bytes, top, HEIGHT - 1 - row));
            }
            lines.add(line.toString());
        }
    }

    /**
     * The character for the part of a column in one row, counted from the bottom; a sample without lag has a line at the
     * bottom.
     */
    private static char level(long bytes, long top, int row) {
        int steps = LEVELS.length() - 1;
        long eighths = bytes <= 0 ? 0 : Math.max(1, Math.round((double) bytes * steps * HEIGHT / top));
        long here = Math.max(0, Math.min(steps, eighths - (long) row * steps));
        return bytes == 0 && row == 0 ? '▁' : LEVELS.charAt((int) here);
    }

    private long seconds(Sample sample) {
        return TimeUnit.NANOSECONDS.toSeconds(now - sample.nanos());
    }
}
