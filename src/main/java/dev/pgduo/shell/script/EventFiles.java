package dev.pgduo.shell.script;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of events that {@code verify --events} writes: the named one, or, with several labs or servers, one for each, with
 * the lab's and the server's name before the ending.
 *
 * @param file the name that was given, or null for none
 * @param several whether each lab and server gets a file of its own
 */
record EventFiles(@Nullable String file, boolean several) {
    static final EventFiles NONE = new EventFiles(null, false);

    private static final Pattern ENDING = Pattern.compile("(?:\\.[^./]*)?$");

    /** The file for this lab on this server, emptied. */
    EventFile of(CellPlan plan) {
        return EventFile.of(
                file == null || !several
                        ? file
                        : named(file, plan.lab().name(), plan.target().name()));
    }

    static String named(String file, String lab, String server) {
        String name = (lab.replaceFirst("\\.lab$", "") + "-" + server).replaceAll("[^\\p{L}\\p{N}._]+", "-");
        return ENDING.matcher(file).replaceFirst(name.startsWith("-") ? name + "$0" : "-" + name + "$0");
    }
}
