package dev.pgduo.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of PostgreSQL versions: {@code 9.6-18}, {@code 12,15-18}.
 *
 * @param text the text that was parsed
 * @param ranges at least one
 */
public record VersionSet(String text, List<Range> ranges) {
    public VersionSet {
        ranges = List.copyOf(ranges);
    }

    /** A range of versions, both ends included. */
    public record Range(ServerVersion from, ServerVersion to) {
        boolean contains(ServerVersion server) {
            return server.compareAsFarAs(from) >= 0 && server.compareAsFarAs(to) <= 0;
        }
    }

    /** Parses a set; empty when the text is none, or a range is descending. */
    public static Optional<VersionSet> parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("\\s*-\\s*", -1);
            Optional<ServerVersion> from = ServerVersion.named(ends[0]);
            Optional<ServerVersion> to = ServerVersion.named(ends[ends.length - 1]);
            if (ends.length > 2 || from.isEmpty() || to.isEmpty() || from.get().compareAsFarAs(to.get()) > 0) {
                return Optional.empty();
            }
            ranges.add(new Range(from.get(), to.get()));
        }
        return Optional.of(new VersionSet(text, ranges));
    }

    /** Whether the set contains this server's version. */
    public boolean contains(ServerVersion server) {
        return ranges.stream().anyMatch(range -> range.contains(server));
    }

    @Override
    public String toString() {
        return text;
    }
}
