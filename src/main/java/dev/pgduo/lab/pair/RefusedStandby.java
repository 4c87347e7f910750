package dev.pgduo.lab.pair;

import dev.pgduo.cluster.conf.HbaFile;
import dev.pgduo.cluster.conf.HbaLine;
import dev.pgduo.cluster.conf.HbaMatch;
import dev.pgduo.cluster.conf.HbaQuery;
import dev.pgduo.cluster.conf.IpAddress;
import dev.pgduo.cluster.node.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the rule of a primary's pg_hba.conf that rejects its standby.
 *
 * @param standby the standby, whose log has the rejection
 * @param primary the primary with the rules
 */
record RefusedStandby(Node standby, Node primary) {
    private static final Pattern REJECTED = Pattern.compile("pg_hba\\.conf rejects replication connection");
    private static final Pattern NONE = Pattern.compile("no pg_hba\\.conf entry for replication connection");
    private static final Pattern PASSWORD =
            Pattern.compile("FATAL:  password authentication failed|fe_sendauth: no password supplied");

    /**
     * The obstacle by the end of the standby's log; empty when the reason is another one, such as a wrong password of the
     * standby.
     */
    Optional<Obstacle> find(List<String> log) {
        if (Obstacles.said(NONE, log).isPresent()) {
            return Optional.of(new Obstacle(
                    Situation.NO_RULE,
                    "no rule",
                    "",
                    "",
                    knows() ? primary.settings().passwordMethod() : "trust"));
        }
        if (Obstacles.said(REJECTED, log).isPresent()) {
            return decides("rejects it");
        }
        // A standby that has a password gets it again when it is made a standby anew.
        return Obstacles.said(PASSWORD, log).isPresent() && !knows()
                ? decides("asks for a password, which this lab has none of")
                : Optional.empty();
    }

    private boolean knows() {
        return Files.exists(standby.layout().passwordFile());
    }

    private Optional<Obstacle> decides(String why) {
        Path file = primary.layout().data().resolve("pg_hba.conf");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        HbaQuery query = HbaQuery.tcp(
                        primary.settings().superuser(),
                        "replication",
                        IpAddress.parse("127.0.0.1").orElseThrow())
                .forReplication();
        return HbaMatch.decide(HbaFile.read(file), query)
                .map(HbaLine::number)
                .map(number -> new Obstacle(Situation.RULE_REFUSES, why, "", "", Integer.toString(number)));
    }
}
