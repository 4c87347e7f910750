package dev.pgduo.lab.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.version.Capabilities;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nodes in every combination that matters: the verdict, whose data stay, what is lost with each, and what comes next. */
class VerdictTableTest {
    private static final PairJudge.Tools TOOLS = new PairJudge.Tools(
            new Capabilities(15),
            (node, fork) -> true,
            (node, since) -> Amount.bytes(PairPicture.end(node).minus(since)));

    private static final String NODES = """
            # a                            | b                              | verdict         | p | lost with a | lost with b | next
            empty                          | empty                          | EMPTY           | a | -           | -           | up
            fresh primary 1@60             | fresh stranger primary 1@60    | BLANK           | a | -           | -           | up
            primary up 1@100               | empty                          | ALONE           | a | only        | -           | up
            empty                          | primary 1@100                  | ALONE           | b | -           | only        | up
            primary up 1@100               | fresh stranger primary 1@60    | BLANK           | a | only        | -           | up
            standby up 1@100               | empty                          | ORPHAN          | a | only        | -           | up
            primary up sends 1@100         | standby up 1@100               | HEALTHY         | a | primary     | -           | -
            primary up sends 1@100         | standby up 1@110               | HEALTHY         | a | primary     | -           | -
            standby up 2@90                | primary up sends 2@100         | HEALTHY         | b | -           | primary     | -
            primary up 1@100               | standby 1@90                   | STANDBY_STOPPED | a | newer       | -           | start b
            primary crashed 1@100          | standby up 1@100               | PRIMARY_STOPPED | a | primary     | -           | start a
            primary 1@100                  | standby 1@100                  | STOPPED         | a | primary     | -           | up
            standby 1@100                  | primary 1@100                  | STOPPED         | b | -           | primary     | up
            primary up 1@100               | standby up 1@90                | CANNOT_FOLLOW   | a | newer       | -           | stop b, standby b --of a --slot pgduo, start b
            primary crashed 1@100          | primary up 1@100 2@180         | FORMER_PRIMARY  | b | was         | newer       | standby a --of b --slot pgduo, start a
            primary 1@100                  | primary 1@100 2@180            | FORMER_PRIMARY  | b | was         | newer       | start b, standby a --of b --slot pgduo, start a
            primary crashed 1@140          | primary up 1@100 2@180         | FORKED          | b | own         | own         | rewind a --from b --yes, start a
            primary up 1@140               | primary up 1@100 2@180         | FORKED          | b | own         | own         | stop a, rewind a --from b --yes, start a
            primary up 1@140               | primary 1@100 2@120            | FORKED          | b | own         | own         | stop a, start b, rewind a --from b --yes, start a
            primary up 1@100 2@180         | standby up 1@140               | FORKED          | a | own         | own         | stop b, basebackup --from a --to b --slot pgduo --yes, start b
            primary up 1@100 2@180         | primary up 1@120 3@150         | FORKED          | b | own         | own         | stop a, rewind a --from b --yes, start a
            primary up 1@140               | primary up 1@100               | TWO_PRIMARIES   | a | newer       | was         | stop b, basebackup --from a --to b --slot pgduo --yes, start b
            primary up 1@100               | primary 1@100                  | TWO_PRIMARIES   | a | primary     | was         | basebackup --from a --to b --slot pgduo --yes, start b
            primary up 1@100 2@120         | primary up 1@110 2@130         | TWO_PRIMARIES   | b | own         | own         | stop a, basebackup --from b --to a --slot pgduo --yes, start a
            primary up 1@100               | recovery 1@90                  | RECOVERING      | a | newer       | was         | standby b --of a --slot pgduo, start b
            recovery 1@100                 | primary 1@100                  | RECOVERING      | b | was         | primary     | start b, standby a --of b --slot pgduo, start a
            primary up 1@140               | recovery 1@100 2@180           | FORKED          | b | own         | own         | stop a, start b, rewind a --from b --yes, start a
            primary 1@100                  | standby up 1@140               | STANDBY_AHEAD   | b | was         | newer       | promote b, basebackup --from b --to a --slot pgduo --yes, start a
            primary 1@100                  | standby 1@100 2@140            | STANDBY_AHEAD   | b | was         | newer       | start b, promote b, basebackup --from b --to a --slot pgduo --yes, start a
            standby 1@100                  | standby up 1@90                | NO_PRIMARY      | a | newer       | -           | start a, promote a, stop b, standby b --of a --slot pgduo, start b
            standby 1@100                  | standby 1@100                  | NO_PRIMARY      | a | -           | -           | start a, promote a, standby b --of a --slot pgduo, start b
            primary up 1@100               | stranger primary 1@100         | UNRELATED       | a | cluster     | cluster     | basebackup --from a --to b --slot pgduo --yes, start b
            primary 1@100                  | stranger standby up 1@100      | UNRELATED       | a | cluster     | cluster     | stop b, start a, basebackup --from a --to b --slot pgduo --yes, start b
            primary up 1@100               | backup standby 1@90            | UNSTARTED       | a | only        | -           | start b
            primary up 1@100               | backup primary 1@90            | UNSTARTED       | a | only        | -           | standby b --of a --slot pgduo, start b
            primary 1@100                  | backup standby 1@90            | UNSTARTED       | a | only        | -           | start a, start b
            primary up 1@100 2@180         | rewound standby 1@100 2@120    | REWOUND         | a | only        | -           | start b
            rewound primary 1@100 2@120    | primary 1@100 2@180            | REWOUND         | b | -           | only        | start b, standby a --of b --slot pgduo, start a
            primary up 1@100               | damaged primary                | DAMAGED         | a | only        | damaged     | basebackup --from a --to b --slot pgduo --yes, start b
            damaged standby                | primary 1@100                  | DAMAGED         | b | -           | only        | start b, basebackup --from b --to a --slot pgduo --yes, start a
            damaged primary                | standby up 1@100               | DAMAGED         | b | damaged     | only        | promote b, basebackup --from b --to a --slot pgduo --yes, start a
            damaged primary up             | standby 1@100                  | DAMAGED         | b | damaged     | only        | stop a --mode immediate, start b, promote b, basebackup --from b --to a --slot pgduo --yes, start a
            primary up 1@100               | unstartable standby 1@90       | DAMAGED         | a | only        | -           | basebackup --from a --to b --slot pgduo --yes, start b
            primary up 1@100               | unstartable standby 1@140      | DAMAGED         | a | only        | damaged     | basebackup --from a --to b --slot pgduo --yes, start b
            unstartable primary 1@100 2@90 | standby up 1@100               | DAMAGED         | b | damaged     | only        | promote b, basebackup --from b --to a --slot pgduo --yes, start a
            primary up 1@100               | unstartable backup standby 1@9 | DAMAGED         | a | only        | -           | basebackup --from a --to b --slot pgduo --yes, start b
            damaged primary                | damaged standby                | BOTH_DAMAGED    | a | damaged     | damaged     | reset --yes, up
            damaged primary                | backup standby 1@90            | DAMAGED         | b | damaged     | -           | start b, promote b, basebackup --from b --to a --slot pgduo --yes, start a
            damaged primary                | empty                          | BOTH_DAMAGED    | a | damaged     | -           | reset --yes, up
            primary up sends frozen 1@100  | standby up 1@100               | FROZEN          | a | primary     | -           | sh a, kill -CONT 11 12, exit
            primary up 1@100               | standby up silent frozen 1@90  | FROZEN          | a | newer       | -           | sh b, kill -CONT 11 12, exit
            primary up silent 1@100        | standby up 1@100               | SILENT          | a | primary     | -           | -
            primary up 1@100               | standby up starting 1@90       | CHANGING        | a | newer       | -           | -
            """;

    private static final String OBSTACLES = """
            SLOT_MISSING    | '' | slot create s1 --node a
            SLOT_LOST       | '' | stop b, slot drop s1 --node a, basebackup --from a --to b --slot s1, start b
            SLOT_LOST       | wal_keep_size | stop b, slot drop s1 --node a, conf set wal_keep_size 200 --node a, reload a, basebackup --from a --to b --slot s1, start b
            WAL_REMOVED     | '' | stop b, basebackup --from a --to b --slot s1, start b
            WAL_REMOVED     | wal_keep_size | stop b, conf set wal_keep_size 200 --node a, reload a, basebackup --from a --to b --slot s1, start b
            NETWORK_DOWN    | '' | mend
            LINK_DEAD       | '' | mend
            RULE_REFUSES    | line | hba remove 200 --node a, reload a
            NO_RULE         | method | hba add host replication all 127.0.0.1/32 200 --node a, reload a
            CANNOT_FOLLOW   | '' | stop b, standby b --of a --slot s1, start b
            SETTING_TOO_LOW | max_connections | conf set max_connections 200 --node b, restart b
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = NODES)
    void comesToOneVerdict(String a, String b, Situation situation, String p, String lostA, String lostB, String next) {
        PairPicture picture = PairPicture.of(Pictures.node(NodeName.A, a), Pictures.node(NodeName.B, b));
        PairVerdict verdict = new PairJudge(picture, Optional.empty(), TOOLS).verdict();
        assertThat(verdict.situation()).isEqualTo(situation);
        assertThat(verdict.primary()).hasToString(p);
        assertThat(String.join(", ", verdict.commands())).isEqualTo(next.equals("-") ? "" : next);
        assertThat(verdict.words()).doesNotContain("{").doesNotEndWith(".");
        assertLoss(picture, NodeName.A, lostA);
        assertLoss(picture, NodeName.B, lostB);
    }

    private static void assertLoss(PairPicture picture, NodeName node, String word) {
        Optional<String> loss = Loss.of(picture, node);
        if (word.equals("-")) {
            assertThat(loss).isEmpty();
        } else {
            assertThat(loss.orElse("nothing")).contains(word);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = OBSTACLES)
    void saysWhatKeepsAStandbyFromStreaming(Situation situation, String setting, String next) {
        PairPicture picture = PairPicture.of(
                Pictures.node(NodeName.A, "primary up 1@100"), Pictures.node(NodeName.B, "standby up 1@90"));
        Obstacle obstacle = new Obstacle(situation, "FATAL:  no", "s1", setting, setting.isEmpty() ? "" : "200");
        PairVerdict verdict = new PairJudge(picture, Optional.of(obstacle), TOOLS).verdict();
        assertThat(verdict.situation()).isEqualTo(situation);
        assertThat(String.join(", ", verdict.commands())).isEqualTo(next);
    }

    /** Each of them has what the other one has: with both of them, it is gone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            standby 1@100       | standby 1@100
            standby up 1@100    | standby 1@100
            primary up 1@100    | standby 1@90
            primary 1@100       | empty
            """)
    void whatBothNodesHaveGoesWithBoth(String a, String b) {
        PairPicture picture = PairPicture.of(Pictures.node(NodeName.A, a), Pictures.node(NodeName.B, b));
        PairVerdict verdict = new PairJudge(picture, Optional.empty(), TOOLS).verdict();
        Finding finding = new Finding(picture, Optional.empty(), verdict);
        assertThat(finding.losses(NodeName.A, NodeName.B)).containsKey(NodeName.A);
        assertThat(finding.losses(NodeName.B)).isEmpty();
    }

    @Test
    void aLogThatDoesNotLeadBackIsNotRewound() {
        PairPicture picture = PairPicture.of(
                Pictures.node(NodeName.A, "primary up 1@140"), Pictures.node(NodeName.B, "primary up 1@100 2@180"));
        PairJudge.Tools tools = new PairJudge.Tools(TOOLS.capabilities(), (node, fork) -> false, TOOLS.amounts());
        assertThat(new PairJudge(picture, Optional.empty(), tools).verdict().commands())
                .contains("basebackup --from b --to a --slot pgduo --yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WAL_REMOVED     | WAL_REMOVED
            SLOT_LOST       | SLOT_LOST
            CANNOT_FOLLOW   | CHANGING
            """)
    void aStandbyThatCannotComeUpIsNotWaitedFor(Situation obstacle, Situation expected) {
        PairPicture picture = PairPicture.of(
                Pictures.node(NodeName.A, "primary up 1@100"), Pictures.node(NodeName.B, "standby up starting 1@90"));
        Optional<Obstacle> found = Optional.of(Obstacle.of(obstacle, "why", "s1"));
        assertThat(new PairJudge(picture, found, TOOLS).verdict().situation()).isEqualTo(expected);
    }

    @Test
    void aPrimaryThatLacksASettingGetsItFirst() {
        PairPicture picture = PairPicture.of(
                Pictures.node(NodeName.A, "standby 1@100"), Pictures.node(NodeName.B, "backup standby 1@90"));
        Obstacle lacks = new Obstacle(Situation.SETTING_TOO_LOW, "why", "", "max_connections", "120");
        assertThat(new PairJudge(picture, Optional.of(lacks), TOOLS).verdict().commands())
                .startsWith("conf set max_connections 120 --node a", "start a");
    }

    @Test
    void whatIsInTheLogsCountsMoreThanTimelines() {
        PairPicture picture = PairPicture.of(
                        Pictures.node(NodeName.A, "primary up 1@140"), Pictures.node(NodeName.B, "standby up 1@120"))
                .diverged();
        PairVerdict verdict = new PairJudge(picture, Optional.empty(), TOOLS).verdict();
        assertThat(verdict.situation()).isEqualTo(Situation.TWO_PRIMARIES);
        assertThat(Loss.of(picture, NodeName.B)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            primary 1@100            | primary up 1@100 2@180      | true  | false
            primary 1@140            | primary 1@100 2@180         | true  | false
            primary 1@100            | standby up 1@100            | false | false
            standby 1@100            | primary up 1@100            | false | false
            primary 1@100            | backup primary 1@90         | false | true
            primary up 1@100         | backup primary 1@90         | false | true
            primary 1@100            | stranger primary up 1@100   | false | false
            primary 1@100            | empty                       | false | false
            """)
    void onePrimaryIsEnough(String a, String b, boolean secondA, boolean secondB) {
        PairPicture picture = PairPicture.of(Pictures.node(NodeName.A, a), Pictures.node(NodeName.B, b));
        assertThat(picture.wouldBeSecondPrimary(NodeName.A)).isEqualTo(secondA);
        assertThat(picture.wouldBeSecondPrimary(NodeName.B)).isEqualTo(secondB);
    }

    /** A standby whose signal file was lost may have written more than its primary. */
    @Test
    void ofTwoPrimariesOnOneTimelineTheOneWithASlotStays() {
        NodePicture made = Pictures.node(NodeName.B, "primary up 1@180");
        assertThat(PairPicture.of(Pictures.node(NodeName.A, "primary up slot 1@140"), made)
                        .diverged()
                        .primary())
                .isEqualTo(NodeName.A);
        assertThat(PairPicture.of(Pictures.node(NodeName.A, "primary up 1@140"), made)
                        .diverged()
                        .primary())
                .isEqualTo(NodeName.B);
    }

    @Test
    void aStandbyOfAPartedTimelineWouldMixHistories() {
        NodePicture primary = Pictures.node(NodeName.A, "primary up 1@140");
        NodePicture standby = Pictures.node(NodeName.B, "standby 1@120");
        assertThat(PairPicture.of(primary, standby).wouldMixHistories(NodeName.B))
                .isFalse();
        assertThat(PairPicture.of(primary, standby).diverged().wouldMixHistories(NodeName.B))
                .isTrue();
        assertThat(PairPicture.of(primary, standby).diverged().wouldMixHistories(NodeName.A))
                .isFalse();
    }

    @Test
    void everySituationHasARow() {
        Set<String> rows = Stream.concat(
                        NODES.lines().skip(1).map(line -> line.split("\\|", -1)[2].strip()),
                        OBSTACLES.lines().map(line -> line.split("\\|", -1)[0].strip()))
                .collect(Collectors.toSet());
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Situation.values()).map(Enum::name).toList());
    }
}
