package dev.pgduo.lab.pair;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the last start of a node's server failed so that another start with these files would fail, too. The reason is in the
 * log, and holds as long as the data have not been changed since.
 *
 * @param node the node, which does not run
 */
record StartFailure(Node node) {
    private static final int LOG_LINES = 60;
    private static final Pattern FOR_GOOD = Pattern.compile("(?:FATAL|PANIC):  ("
            + "could not locate (?:a valid|required) checkpoint record"
            + "|could not find redo location"
            + "|invalid page in block \\d+ of relation"
            + "|requested timeline \\d+ (?:does not contain minimum recovery point|is not a child of this server's history)"
            + "|WAL ends before (?:end of online backup|consistent recovery point)"
            + ").*");

    /** The damage; empty when the last start succeeded, or failed for a reason that may have gone. */
    Optional<Damage> find() {
        Path log = node.layout().logFile();
        try {
            Path control = ControlData.file(node.layout().data());
            if (!Files.exists(log)
                    || Files.getLastModifiedTime(control).compareTo(Files.getLastModifiedTime(log)) > 0) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        List<String> lines = RecentLog.sinceStart(node.logTail(LOG_LINES));
        return lines.stream()
                .map(FOR_GOOD::matcher)
                .filter(Matcher::find)
                .map(line -> new Damage(log, "says \"" + line.group(1) + "\""))
                .findFirst();
    }
}
