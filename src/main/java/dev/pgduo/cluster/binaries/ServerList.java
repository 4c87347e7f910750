package dev.pgduo.cluster.binaries;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of servers in one text: {@code 9.6,10-18}, {@code 15.4,latest}. A range consists of majors; after 9.6 comes 10. Any
 * other entry (a version, a word, a directory) is for {@link ServerChoice}.
 */
public final class ServerList {
    private static final Pattern RANGE = Pattern.compile("(9\\.6|\\d{2,3})\\s*-\\s*(9\\.6|\\d{2,3})");
    private static final Pattern WORD = Pattern.compile("9\\.6(\\.\\d+)?|\\d{2,3}(\\.\\d+)?|[a-z]+|.*/.*");
    private static final int OLDEST = 9;

    private ServerList() {}

    /**
     * The servers in the list, each once, in the given order.
     *
     * @throws LabException when the text is no such list, or a range is descending
     */
    public static List<String> parse(String text) {
        Set<String> servers = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            servers.addAll(part(part.strip(), text));
        }
        return List.copyOf(servers);
    }

    private static List<String> part(String part, String text) {
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            return majors(number(range.group(1)), number(range.group(2)), part);
        }
        if (!WORD.matcher(part).matches()) {
            throw wrong("invalid list of servers: \"" + text + "\"");
        }
        return List.of(part);
    }

    private static List<String> majors(int first, int last, String range) {
        if (first > last) {
            throw wrong("range of servers runs backwards: \"" + range + "\"");
        }
        List<String> majors = new ArrayList<>();
        for (int major = first; major <= last; major++) {
            majors.add(major == OLDEST ? "9.6" : Integer.toString(major));
        }
        return majors;
    }

    private static int number(String major) {
        return major.equals("9.6") ? OLDEST : Integer.parseInt(major);
    }

    private static LabException wrong(String message) {
        return new LabException(ErrorReport.error(message)
                .hint("Write majors, versions and ranges of majors with commas between them, for example 9.6,10-18."));
    }
}
