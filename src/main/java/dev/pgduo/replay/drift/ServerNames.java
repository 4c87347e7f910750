package dev.pgduo.replay.drift;

import java.util.ArrayList;
import java.util.List;

/** Formats lists of servers: {@code 9.6-11, 15, 17.2}. */
public final class ServerNames {
    private ServerNames() {}

    /** The servers, with adjacent majors as ranges. */
    public static String of(List<String> servers) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < servers.size()) {
            int last = at;
            while (last + 1 < servers.size() && neighbours(servers.get(last), servers.get(last + 1))) {
                last++;
            }
            parts.add(last == at ? servers.get(at) : servers.get(at) + "-" + servers.get(last));
            at = last + 1;
        }
        return String.join(", ", parts);
    }

    private static boolean neighbours(String one, String other) {
        int major = major(one);
        return major > 0 && major(other) == major + 1;
    }

    /** The major's number, 9 for 9.6; 0 for a text that is no major. */
    private static int major(String name) {
        return name.equals("9.6") ? 9 : name.matches("\\d{2,3}") ? Integer.parseInt(name) : 0;
    }
}
