package dev.pgduo.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some PostgreSQL versions: {@code 9.6-18}, {@code 12,15-18}.
 *
 * @param text as it was written
 * @param ranges at least one
 */
public record ReleaseSet(String text, List<Range> ranges) {
    public ReleaseSet {
        ranges = List.copyOf(ranges);
    }

    /** From one version up to another, both included. */
    public record Range(Release from, Release to) {
        boolean contains(Release release) {
            return release.compareAsFarAs(from) >= 0 && release.compareAsFarAs(to) <= 0;
        }
    }

    /** The set, or empty when the text is none or a range runs backwards. */
    public static Optional<ReleaseSet> parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("\\s*-\\s*", -1);
            Optional<Release> from = Release.parse(ends[0]);
            Optional<Release> to = Release.parse(ends[ends.length - 1]);
            if (ends.length > 2 || from.isEmpty() || to.isEmpty() || from.get().compareAsFarAs(to.get()) > 0) {
                return Optional.empty();
            }
            ranges.add(new Range(from.get(), to.get()));
        }
        return Optional.of(new ReleaseSet(text, ranges));
    }

    /** Whether this server's version is one of them. */
    public boolean contains(Release release) {
        return ranges.stream().anyMatch(range -> range.contains(release));
    }

    @Override
    public String toString() {
        return text;
    }
}
