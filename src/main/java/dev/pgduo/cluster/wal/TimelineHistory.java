package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The history of a timeline: the timelines before it, and the position at which each was left. Immutable.
 *
 * @param entries from the oldest; each begins where the one before it ends; the last one is the timeline itself, which has no end
 */
public record TimelineHistory(List<Entry> entries) {
    private static final Lsn BEGINNING = new Lsn(0);
    private static final Pattern IGNORED = Pattern.compile("\\s*(#.*)?");
    private static final Pattern LINE =
            Pattern.compile("\\s*([0-9]{1,10})(?:\\s+([0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8})(?:\\s.*)?|.*)");

    /**
     * One timeline of the history.
     *
     * @param timeline its ID
     * @param begin the position where it begins
     * @param end the position where the next one was forked off; empty for the last
     */
    public record Entry(long timeline, Lsn begin, Optional<Lsn> end) {}

    /**
     * The point where two histories diverge.
     *
     * @param timeline the last timeline that they share
     * @param point the position up to which they share it; empty when both are still on it and have not diverged
     */
    public record Fork(long timeline, Optional<Lsn> point) {}

    public TimelineHistory {
        entries = List.copyOf(entries);
        Optional<Lsn> end = Optional.of(BEGINNING);
        for (Entry entry : entries) {
            if (!end.equals(Optional.of(entry.begin()))) {
                throw new IllegalArgumentException("timelines with a gap: " + entries);
            }
            end = entry.end();
        }
        if (end.isPresent()) {
            throw new IllegalArgumentException("no last timeline: " + entries);
        }
    }

    /**
     * Reads a timeline's history file. Timeline 1 has none. When the file of another timeline is missing, the history is unknown, and the
     * timeline itself is the only entry, from 0/0 on.
     *
     * @param walDirectory pg_wal
     * @throws LabException when the file is damaged or cannot be read
     */
    public static TimelineHistory read(Path walDirectory, long timeline) {
        if (timeline == 1) {
            return parse("", timeline);
        }
        Path file = walDirectory.resolve(String.format(Locale.ROOT, "%08X.history", timeline));
        try {
            // The reason after the numbers may be in any encoding.
            return parse(Files.readString(file, StandardCharsets.ISO_8859_1), timeline);
        } catch (NoSuchFileException e) {
            return parse("", timeline);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    /**
     * Reads the text of a timeline's history file.
     *
     * @throws LabException with the invalid line
     */
    public static TimelineHistory parse(String text, long timeline) {
        List<Entry> entries = new ArrayList<>();
        Lsn begin = BEGINNING;
        long last = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (IGNORED.matcher(line).matches()) {
                continue;
            }
            Matcher fields = LINE.matcher(line);
            if (!fields.matches()) {
                throw damaged(timeline, number, line, "Expected a numeric timeline ID.");
            }
            if (fields.group(2) == null) {
                throw damaged(timeline, number, line, "Expected a write-ahead log switchpoint location.");
            }
            long parent = Long.parseLong(fields.group(1));
            if (parent <= last) {
                throw damaged(timeline, number, line, "Timeline IDs must be in increasing sequence.");
            }
            if (parent >= timeline) {
                throw damaged(timeline, number, line, "Timeline IDs must be less than child timeline's ID.");
            }
            Lsn end = Lsn.parse(fields.group(2));
            entries.add(new Entry(parent, begin, Optional.of(end)));
            begin = end;
            last = parent;
        }
        entries.add(new Entry(timeline, begin, Optional.empty()));
        return new TimelineHistory(entries);
    }

    private static LabException damaged(long timeline, int number, String line, String expected) {
        return new LabException(ErrorReport.error("syntax error in the history of timeline " + timeline)
                .detail("Line " + number + " is \"" + line + "\".")
                .hint(expected));
    }

    /** A history without earlier timelines: only the timeline's own files are read. */
    public static TimelineHistory only(long timeline) {
        return new TimelineHistory(List.of(new Entry(timeline, BEGINNING, Optional.empty())));
    }

    /** The ID of the timeline whose history it is. */
    public long timeline() {
        return entries.get(entries.size() - 1).timeline();
    }

    /** The point where this history and another one diverge; empty when they share no timeline. */
    public Optional<Fork> forkFrom(TimelineHistory other) {
        Optional<Fork> fork = Optional.empty();
        for (int i = 0; i < Math.min(entries.size(), other.entries.size()); i++) {
            Entry mine = entries.get(i);
            Entry theirs = other.entries.get(i);
            if (mine.timeline() != theirs.timeline() || !mine.begin().equals(theirs.begin())) {
                break;
            }
            Optional<Lsn> point = Stream.of(mine.end(), theirs.end())
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
            fork = Optional.of(new Fork(mine.timeline(), point));
        }
        return fork;
    }

    /** The timeline that this position belongs to. */
    public long timelineAt(Lsn lsn) {
        return newest(entry -> entry.begin().compareTo(lsn) <= 0);
    }

    /** The segment to read for this position: that of the newest timeline in it, as a new timeline begins with a copy of the segment. */
    public WalSegment segmentAt(Lsn lsn, long segmentSize) {
        WalSegment any = WalSegment.of(timeline(), lsn, segmentSize);
        return WalSegment.of(newest(entry -> entry.begin().compareTo(any.end()) < 0), lsn, segmentSize);
    }

    private long newest(Predicate<Entry> condition) {
        for (int i = entries.size() - 1; i > 0; i--) {
            if (condition.test(entries.get(i))) {
                return entries.get(i).timeline();
            }
        }
        return entries.get(0).timeline();
    }
}
