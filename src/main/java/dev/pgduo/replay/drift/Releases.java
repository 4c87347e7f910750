package dev.pgduo.replay.drift;

import dev.pgduo.transcript.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of versions, and the majors that there are. */
final class Releases {
    /** From the oldest to the newest; 15 comes before 15.4. */
    static final Comparator<Release> ORDER = (one, other) -> {
        int order = one.compareAsFarAs(other);
        return order == 0
                ? Integer.compare(one.numbers().size(), other.numbers().size())
                : order;
    };

    private static final int FIRST_OF_ONE_NUMBER = 10;

    private Releases() {}

    /** 9.6, 10 and so on up to this one. */
    static List<Release> majorsUpTo(Release newest) {
        List<Release> majors = new ArrayList<>(List.of(Release.of(9, 6)));
        for (int major = FIRST_OF_ONE_NUMBER; major <= newest.numbers().get(0); major++) {
            majors.add(Release.of(major));
        }
        return majors;
    }
}
