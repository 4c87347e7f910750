package dev.pgduo.replay.result;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The durations of labs in an earlier run, and estimates from them. */
public final class RecordedSeconds {
    /** No earlier run: the estimates are the numbers of lines. */
    public static final RecordedSeconds NONE = new RecordedSeconds(List.of());

    private final Map<String, Map<String, Double>> byLab = new HashMap<>();

    /** The durations in these results. Labs that were not played are ignored. */
    public RecordedSeconds(List<LabOutcome> earlier) {
        for (LabOutcome outcome : earlier) {
            if (!outcome.elapsed().isZero()) {
                byLab.computeIfAbsent(outcome.cell().lab(), lab -> new HashMap<>())
                        .merge(outcome.cell().server(), seconds(outcome.elapsed()), Math::max);
            }
        }
    }

    private static double seconds(Duration elapsed) {
        return elapsed.toNanos() / 1e9;
    }

    /**
     * The estimates for these plays: the recorded duration; else the lab's on other servers; else, by its lines, that of the
     * other labs.
     */
    public List<Double> lengths(List<Piece> pieces) {
        double lines = 0;
        double seconds = 0;
        for (Piece piece : pieces) {
            Map<String, Double> known = byLab.getOrDefault(piece.lab(), Map.of());
            if (!known.isEmpty()) {
                lines += piece.lines();
                seconds += length(piece, known);
            }
        }
        double line = lines > 0 ? seconds / lines : 1;
        return pieces.stream()
                .map(piece -> {
                    Map<String, Double> known = byLab.getOrDefault(piece.lab(), Map.of());
                    return known.isEmpty() ? piece.lines() * line : length(piece, known);
                })
                .toList();
    }

    private static double length(Piece piece, Map<String, Double> known) {
        DoubleStream all = known.values().stream().mapToDouble(Double::doubleValue);
        return known.getOrDefault(piece.server(), all.average().orElse(0));
    }

    /**
     * A lab to be played on a server.
     *
     * @param server the word for the server
     * @param lines the number of the lab's lines
     */
    public record Piece(String lab, String server, int lines) {}
}
