package dev.pgduo.cluster.files;

import dev.pgduo.report.ErrorReport;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of other users with the names of pgduo's own files, which are not used. Each is reported once: in the log, and to the
 * person. Thread-safe.
 */
public final class ForeignFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignFiles.class);
    private static final Set<String> NAMED = ConcurrentHashMap.newKeySet();
    private static volatile Consumer<ErrorReport> reader = report -> {};

    private ForeignFiles() {}

    /** Sets the receiver of further reports. */
    public static void tell(Consumer<ErrorReport> person) {
        reader = person;
    }

    /** Reports a file, unless it was reported before. */
    public static void leftAlone(ForeignFile file) {
        String why = String.valueOf(file.getMessage());
        if (NAMED.add(why)) {
            LOG.warn("left alone what is not ours: {}", why);
            reader.accept(
                    ErrorReport.warning(why + "; it is left alone")
                            .hint(
                                    "Another user may have put it there for pgduo to trust. Find out whose it is, and have it removed."));
        }
    }
}
