package dev.pgduo.shell.client;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.WalSegment;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that pg_resetwal's options would set.
 *
 * @param values by their labels as they are printed
 * @param file the lowest name for the first segment; empty for none
 * @param segmentSize the size of new segments in bytes; empty when it is not changed
 */
record ResetWalChanges(Map<String, Long> values, Optional<String> file, Optional<Long> segmentSize) {
    private static final int LABEL = 38;
    private static final long FIRST_NORMAL = 3;
    private static final long LARGEST = 0xFFFF_FFFFL;
    private static final int LARGEST_SEGMENT = 1024;

    /** The labels in the order in which they are printed. */
    private static final List<String> ORDER = List.of(
            "NextMultiXactId",
            "OldestMultiXid",
            "OldestMulti's DB",
            "NextMultiOffset",
            "NextOID",
            "NextXID",
            "OldestXID",
            "OldestXID's DB",
            "NextXID epoch",
            "oldestCommitTsXid",
            "newestCommitTsXid",
            "Bytes per WAL segment");

    static ResetWalChanges of(Getopt.Words words) throws Misuse {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Getopt.Option option : words.options()) {
            take(option, values);
        }
        return new ResetWalChanges(values, words.value('l'), Optional.ofNullable(values.get("Bytes per WAL segment")));
    }

    private static void take(Getopt.Option option, Map<String, Long> values) throws Misuse {
        char letter = option.letter();
        String value = option.value();
        switch (letter) {
            case 'e' -> {
                long epoch = number(letter, value);
                require(epoch != LARGEST, "transaction ID epoch (-e) must not be -1");
                values.put("NextXID epoch", epoch);
            }
            case 'u' -> {
                values.put("OldestXID", normal(letter, value, "oldest transaction ID (-u)"));
                values.put("OldestXID's DB", 0L);
            }
            case 'x' -> values.put("NextXID", normal(letter, value, "transaction ID (-x)"));
            case 'c' -> commitTimestamps(value, values);
            case 'o' -> {
                long oid = number(letter, value);
                require(oid != 0, "OID (-o) must not be 0");
                values.put("NextOID", oid);
            }
            case 'm' -> multixacts(value, values);
            case 'O' -> {
                long offset = StrToUl.whole(value).orElseThrow(() -> invalid(letter));
                require(
                        offset >= 0 && offset <= LARGEST,
                        "multitransaction offset (-O) must be between 0 and 4294967295");
                values.put("NextMultiOffset", offset);
            }
            case 'l' -> {
                if (!value.matches("[0-9A-Fa-f]{24}")) {
                    throw invalid(letter);
                }
            }
            case PgResetWal.SEGMENT_SIZE -> values.put("Bytes per WAL segment", segmentSize(value));
            default -> {
                // Other options set no value.
            }
        }
    }

    private static Misuse invalid(char letter) {
        return new Misuse("invalid argument for option -" + letter);
    }

    private static void require(boolean fits, String complaint) {
        if (!fits) {
            throw LabException.of(complaint);
        }
    }

    private static long number(char letter, String value) throws Misuse {
        return StrToUl.whole(value).orElseThrow(() -> invalid(letter)) & LARGEST;
    }

    private static long normal(char letter, String value, String what) throws Misuse {
        long number = number(letter, value);
        require(number >= FIRST_NORMAL, what + " must be greater than or equal to " + FIRST_NORMAL);
        return number;
    }

    private static long[] pair(char letter, String value) throws Misuse {
        int comma = value.indexOf(',');
        if (comma < 0) {
            throw invalid(letter);
        }
        return new long[] {number(letter, value.substring(0, comma)), number(letter, value.substring(comma + 1))};
    }

    private static void commitTimestamps(String value, Map<String, Long> values) throws Misuse {
        long[] pair = pair('c', value);
        for (long id : pair) {
            require(id != 1, "transaction ID (-c) must be either 0 or greater than or equal to 2");
        }
        put("oldestCommitTsXid", pair[0], values);
        put("newestCommitTsXid", pair[1], values);
    }

    /** Adds a value; 0 means that it is not changed. */
    private static void put(String label, long value, Map<String, Long> values) {
        if (value != 0) {
            values.put(label, value);
        }
    }

    private static void multixacts(String value, Map<String, Long> values) throws Misuse {
        long[] pair = pair('m', value);
        require(pair[1] != 0, "oldest multitransaction ID (-m) must not be 0");
        values.put("NextMultiXactId", pair[0]);
        values.put("OldestMultiXid", pair[1]);
        values.put("OldestMulti's DB", 0L);
    }

    private static long segmentSize(String value) {
        long megabytes =
                StrToUl.whole(value).orElseThrow(() -> LabException.of("argument of --wal-segsize must be a number"));
        require(
                megabytes >= 1 && megabytes <= LARGEST_SEGMENT && Long.bitCount(megabytes) == 1,
                "argument of --wal-segsize must be a power of 2 between 1 and " + LARGEST_SEGMENT);
        return megabytes << 20;
    }

    /**
     * The lines that describe the changes.
     *
     * @param segments the existing segments
     */
    List<String> lines(ControlData control, List<WalSegment> segments) {
        List<String> lines = new ArrayList<>();
        lines.add(line("First log segment after reset", first(control, segments).name()));
        for (String label : ORDER) {
            Long value = values.get(label);
            if (value != null) {
                lines.add(line(label, Long.toString(value)));
            }
        }
        return lines;
    }

    private static String line(String label, String value) {
        return label + ":" + " ".repeat(LABEL - label.length() - 1) + value;
    }

    /** The first segment after all existing ones, in segments of the new size. */
    private WalSegment first(ControlData control, List<WalSegment> segments) {
        long old = control.segmentSize();
        long size = segmentSize.orElse(old);
        long last = segments.stream()
                .mapToLong(segment -> segment.start().position() / old)
                .max()
                .orElse(0);
        long number = (Math.max(last, control.redo().position() / old) * old + old - 1) / size + 1;
        long timeline = control.checkpointTimeline();
        if (file.isPresent()) {
            WalSegment least = WalSegment.parse(file.get(), size);
            number = Math.max(number, least.start().position() / size);
            timeline = Math.max(timeline, least.timeline());
        }
        return new WalSegment(timeline, new Lsn(number * size), size);
    }
}
