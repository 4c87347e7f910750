package dev.pgduo.lab.pair;

import java.util.List;
import java.util.regex.Pattern;

/** The part of a server's log that concerns its present state; problems of earlier runs may have been repaired. */
final class RecentLog {
    private static final Pattern TURN =
            Pattern.compile("LOG:  (?:entering standby mode|started streaming WAL from primary"
                    + "|starting PostgreSQL|received (?:smart|fast|immediate) shutdown request|received SIGHUP"
                    + "|database system was (?:shut down|interrupted)|selected new timeline ID).*");
    private static final Pattern START =
            Pattern.compile("LOG:  (?:starting PostgreSQL|database system was (?:shut down|interrupted)).*");

    private RecentLog() {}

    /** The lines after the last change of state; all lines when there is none. */
    static List<String> of(List<String> log) {
        return behind(TURN, log);
    }

    /** The lines of the last run. */
    static List<String> sinceStart(List<String> log) {
        return behind(START, log);
    }

    private static List<String> behind(Pattern turn, List<String> log) {
        for (int i = log.size() - 1; i >= 0; i--) {
            if (turn.matcher(log.get(i)).find()) {
                return log.subList(i + 1, log.size());
            }
        }
        return log;
    }
}
